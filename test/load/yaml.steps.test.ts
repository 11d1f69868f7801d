import { expect, test } from "vitest";
import { parseDocument } from "../../generator/download/parse-document.ts";
import { steps } from "../helpers/steps.ts";

test("a map with twice the keys takes twice the steps", async () => {
  const stepsFor = (count: number): Promise<number> => {
    const text = Array.from({ length: count }, (_, index) => `k${index}: 1`).join("\n");
    return steps(async () => expect(Object.keys(Object(await parseDocument(text, "api.yaml")))).toHaveLength(count));
  };
  await stepsFor(10);
  const [once, twice] = [await stepsFor(1000), await stepsFor(2000)];
  expect(twice / once).toBeLessThan(2.5);
});
