import { expect, test } from "vitest";
import { reports } from "../../generator/diff/reports/reports.ts";
import { steps } from "../helpers/steps.ts";
import { withText } from "./report-hostile.ts";
import { options } from "./report-samples.ts";

const pieces = [".", ": ", "(", "`", "\\|", "a: ", "::", "a-", "word "];

test.each(Object.entries(reports))("%s takes twice the steps for names that are twice as long", async (_, report) => {
  for (const piece of pieces) {
    const stepsFor = (count: number): Promise<number> => {
      const drift = withText(`${piece.repeat(count)}x.`);
      return steps(() => report.drift(drift, { ...options, width: 80 }));
    };
    const [once, twice] = [await stepsFor(200), await stepsFor(400)];
    expect(twice / once, `for ${JSON.stringify(piece)}`).toBeLessThan(2.5);
  }
});
