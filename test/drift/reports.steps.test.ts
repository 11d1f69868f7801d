import { expect, test } from "vitest";
import { reports } from "../../generator/diff/reports/reports.ts";
import { steps } from "../helpers/steps.ts";
import { withText } from "./report-hostile.ts";
import { options } from "./report-samples.ts";

const patterns = [".", ": ", "(", "`", "\\|", "a: ", "::", "a-", "word "];

test.each(Object.entries(reports))("%s takes linear time in the length of names", async (_, report) => {
  for (const pattern of patterns) {
    const stepsFor = (count: number): Promise<number> => {
      const drift = withText(`${pattern.repeat(count)}x.`);
      return steps(() => report.drift(drift, { ...options, width: 80 }));
    };
    const [once, twice] = [await stepsFor(200), await stepsFor(400)];
    expect(twice / once, `for ${JSON.stringify(pattern)}`).toBeLessThan(2.5);
  }
});
