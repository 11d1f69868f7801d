import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

/** What each TypeScript file below a folder imports: paths for files of the project, names for packages. */
const imports = (folder: string): { file: string; imported: string }[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) => {
      const file = `${folder}/${name}`;
      const text = readFileSync(join(root, file), "utf8");
      return [...text.matchAll(/(?:from|import) ?\(?"([^"]+)"/g)].map(([, specifier = ""]) => ({
        file,
        imported: specifier.startsWith(".") ? normalize(join(dirname(file), specifier)) : specifier,
      }));
    });

/** The folder of a file of the generator, without `generator/`; empty for the files beside it. */
const folderOf = (file: string): string => /^generator\/(.*)\/[^/]*$/.exec(file)?.[1] ?? "";

const generator = imports("generator");

/** Which folders import which others: each with those that it imports. */
const folders = new Map<string, Set<string>>();
for (const { file, imported } of generator)
  if (imported.startsWith("generator/") && folderOf(imported) !== folderOf(file))
    folders.set(folderOf(file), (folders.get(folderOf(file)) ?? new Set()).add(folderOf(imported)));

describe("imports between the folders of the generator go one way", () => {
  test.each([
    { from: "util", may: [] },
    { from: "document", may: ["util"] },
    { from: "document/normalize", may: ["document", "util"] },
    { from: "overlay", may: ["document", "util"] },
    { from: "model", may: ["document", "document/normalize", "util"] },
    { from: "contract", may: ["document", "model"] },
    { from: "emit", may: ["document", "model", "util"] },
    { from: "diff/findings", may: ["contract", "document", "model", "util"] },
    { from: "diff/kinds", may: ["contract", "diff/findings", "document", "model"] },
    { from: "diff", may: ["contract", "diff/findings", "diff/kinds", "document", "util"] },
    { from: "diff/reports", may: ["diff/findings", "document", "document/normalize", "util"] },
    { from: "files", may: ["util"] },
    { from: "download", may: ["document", "files", "util"] },
    { from: "config", may: ["diff", "diff/findings", "document", "model", "util"] },
  ])("$from imports only $may", ({ from, may }) => {
    expect([...(folders.get(from) ?? [])].filter((folder) => !(may as string[]).includes(folder))).toEqual([]);
    expect(readdirSync(join(root, "generator", from)).length).toBeGreaterThan(0);
  });

  test("without a circle", () => {
    const visit = (folder: string, path: readonly string[]): void => {
      expect(path, "a circle of imports").not.toContain(folder);
      for (const next of folders.get(folder) ?? []) visit(next, [...path, folder]);
    };
    for (const folder of folders.keys()) visit(folder, []);
  });
});

test("no two files of the generator have one name", () => {
  const names = readdirSync(join(root, "generator"), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:ts|mjs)$/.test(name) && !name.endsWith(".d.mts"))
    .map((name) => name.split("/").at(-1) ?? "");
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

describe("each package has one room", () => {
  test.each([
    { what: "yaml", rooms: ["download"] },
    { what: "undici", rooms: ["download"] },
    { what: "ts-morph", rooms: ["emit"] },
    { what: "openapi-typescript", rooms: ["emit"] },
    { what: "jsonpath-rfc9535", rooms: ["overlay"] },
    { what: "node:fs", rooms: ["app", "download", "files"] },
  ])("$what is imported only by $rooms", ({ what, rooms }) => {
    const found = new Set(generator.filter(({ imported }) => imported === what).map(({ file }) => folderOf(file)));
    expect([...found].sort()).toEqual(rooms);
  });
});

test.each(["templates", "generated"])("%s imports only itself and openapi-fetch", (folder) => {
  const outside = imports(folder).filter(
    ({ imported }) => imported !== "openapi-fetch" && !imported.startsWith(`${folder}/`),
  );
  expect(outside).toEqual([]);
});

describe("the runtime in generated/", () => {
  const files = readdirSync(join(root, "generated/runtime"));

  test.each(files)("%s is its template, byte for byte", (name) => {
    const text = (folder: string) => readFileSync(join(root, folder, name), "utf8");
    expect(text("generated/runtime")).toBe(text("templates"));
  });

  test("has what is used, and nothing else", () => {
    const used = imports("generated").map(({ imported }) => imported.replace(/\.js$/, ".ts"));
    expect(files.filter((name) => !used.includes(`generated/runtime/${name}`))).toEqual([]);
    expect(used.filter((path) => path.includes("/runtime/") && !files.includes(path.split("/").at(-1) ?? ""))).toEqual(
      [],
    );
  });
});

test("no committed result names a machine, a date or a version of a tool", () => {
  for (const file of readdirSync(join(root, "generated")).filter((name) => name.includes(".")))
    expect(readFileSync(join(root, "generated", file), "utf8")).not.toMatch(
      /\b20\d\d-\d\d-\d\d\b|openapi-typescript|\/home\/|file:\/\//,
    );
});
