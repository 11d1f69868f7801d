import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    maxWorkers: "100%",
    include: ["test/**/*.test.ts"],
    // Some tests start processes and compilers, on machines that may be slow and busy.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
