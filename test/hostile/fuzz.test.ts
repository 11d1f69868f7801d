import { expect, test } from "vitest";
import { baseline } from "../helpers/project.ts";
import { documents, fuzz, mutations, sample } from "./fuzz.ts";

/** `npm run test:fuzz` does the same with many more. */
test("documents of hostile texts are made into clients or refused", { timeout: 120_000 }, async () => {
  const {
    documents: count,
    clients,
    refused,
  } = await fuzz(sample(documents, 150, 1).map((each) => JSON.stringify(each)));
  expect(clients + Object.values(refused).reduce((a, b) => a + b, 0)).toBe(count);
  expect([clients > 20, Object.keys(refused).length > 2]).toEqual([true, true]);
});

test("so are damaged copies of the snapshot", { timeout: 120_000 }, async () => {
  const { documents: count, clients, refused } = await fuzz(sample(mutations(baseline), 40, 2));
  expect(clients + Object.values(refused).reduce((a, b) => a + b, 0)).toBe(count);
});
