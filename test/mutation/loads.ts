import { join } from "node:path";
import { expect, test } from "vitest";
import { areas } from "./areas.ts";

const root = join(import.meta.dirname, "../..");

/** A file that cannot even be loaded has no tests that could fail: Stryker would take it for one that nobody noticed. */
test.each([...(areas[process.env.AREA ?? ""]?.mutate ?? [])])("%s can be loaded", async (file) => {
  expect(await import(/* @vite-ignore */ join(root, file))).toBeTruthy();
});
