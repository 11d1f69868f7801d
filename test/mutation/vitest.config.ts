import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { areas } from "./areas.ts";

const root = join(import.meta.dirname, "../..");
const { tests = [] } = areas[process.env.AREA ?? ""] ?? {};

/** One file after another, the quickest first: the first test that fails ends what a mutant takes. */
class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => tests.findIndex((test) => moduleId.endsWith(test));
    return files.sort((a, b) => place(a) - place(b));
  }
}

/** The tests of the area that Stryker is at work on. */
export default defineConfig({
  test: {
    root,
    include: [...tests, "test/mutation/loads.ts"],
    fileParallelism: false,
    testTimeout: 120_000,
    env: { EVERY: "5" },
    sequence: { sequencer: InOrder },
  },
});
