import { cpSync, existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { project, upstream } from "../helpers/project.ts";

/** A project with a package that was built long ago, of a client of which this is left: its only file. */
function built() {
  const made = project();
  const file = join(made.folder, "dist/index.js");
  const earlier = new Date(Date.UTC(2026, 0, 1));
  cpSync(join(import.meta.dirname, "../../tsconfig.build.json"), join(made.folder, "tsconfig.build.json"));
  mkdirSync(join(made.folder, "dist"));
  writeFileSync(file, "// of yesterday\n");
  utimesSync(file, earlier, earlier);
  writeFileSync(join(made.folder, "new.json"), upstream.replaceAll('"AirMail"', '"AirPost"'));
  return { ...made, built: (name: string) => readFileSync(join(made.folder, "dist", name), "utf8") };
}

test("what other projects import is built anew with the client", async () => {
  const { generate, built: read } = built();
  const first = await generate("--source", "new.json");
  expect(first.stderr).toMatch(/^build +\d+ ms {2}dist\/$/m);
  expect(read("enums.js")).toContain("AirPost");
  expect((await generate("--offline")).stderr).not.toContain("build");
});

test("also when the client is new for another reason: git has put it there", async () => {
  const { generate, built: read } = built();
  const { code, stdout, stderr } = await generate("--offline");
  expect([code, stdout]).toEqual([0, "no change\n"]);
  expect(stderr).toContain("build");
  expect(read("index.js")).toContain("createAccountClient");
});

test("a check builds nothing", async () => {
  const { generate, built: read } = built();
  expect((await generate("--check", "--offline")).stderr).not.toContain("build");
  expect(read("index.js")).toBe("// of yesterday\n");
});

test("where nothing was ever built, nothing is", async () => {
  const { folder, generate } = project();
  expect((await generate("--offline")).stderr).not.toContain("build");
  expect(existsSync(join(folder, "dist"))).toBe(false);
});

test("a client that does not compile is no failure of the run, but told", async () => {
  const { folder, generate } = built();
  writeFileSync(join(folder, "generated/mine.ts"), "export const one: string = 1;\n");
  const { code, stderr } = await generate("--offline");
  expect(code).toBe(0);
  expect(stderr).toMatch(/^build +\d+ ms {2}dist\/ could not be built; `npm run build` prints the errors$/m);
});
