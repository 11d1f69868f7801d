import { join } from "node:path";
import { defineConfig } from "vitest/config";

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
    include: ["test/**/*.test.ts"],
    // Some tests start processes and compilers, on machines that may be slow and busy.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
