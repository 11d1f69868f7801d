import { join } from "node:path";
import { defineConfig } from "vitest/config";

const all = "test/**/*.test.ts";

/** Tests of whole processes: browsers, other compilers and Nodes, kills, the launcher, the workflows. */
const slow = "test/**/*.slow.test.ts";

/** Tests that count steps: V8 counts those of code that has not run before, which is code that no other file has loaded. */
const steps = "test/**/*.steps.test.ts";

const templates = join(import.meta.dirname, "templates");

export default defineConfig({
  plugins: [
    {
      // Goldens stand without a runtime of their own: theirs is the templates.
      name: "runtime-of-goldens",
      enforce: "pre",
      resolveId: (source, importer = "") =>
        /^\.\/runtime\//.test(source) && /\/test\/golden\//.test(importer)
          ? join(templates, source.slice("./runtime/".length).replace(/\.js$/, ".ts"))
          : undefined,
    },
  ],
  test: {
    maxWorkers: "100%",
    globalSetup: ["test/helpers/spec-history.setup.ts", "test/helpers/dist.setup.ts", "test/helpers/tools.setup.ts"],
    // Some tests start processes and compilers, on machines that may be slow and busy.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      // Files share a worker, and so a compiler that is loaded and warm: alone, each would load its own.
      {
        extends: true,
        test: { name: "fast", isolate: false, include: [all], exclude: [slow, steps, "**/node_modules/**"] },
      },
      { extends: true, test: { name: "steps", include: [steps] } },
      { extends: true, test: { name: "slow", include: [slow] } },
    ],
  },
});
