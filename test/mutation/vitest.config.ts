import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { areas } from "./areas.ts";

/** The tests of the area that Stryker is at work on, one file after another. */
export default defineConfig({
  test: {
    root: join(import.meta.dirname, "../.."),
    include: [...(areas[process.env.AREA ?? ""]?.tests ?? []), "test/mutation/loads.ts"],
    setupFiles: [join(import.meta.dirname, "children.ts")],
    fileParallelism: false,
  },
});
