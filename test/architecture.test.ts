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

/** A stage is a folder of the generator, or the file of the same name. */
const stage = (file: string): string => /^generator\/([a-z]+)/.exec(file)?.[1] ?? "";

const generator = imports("generator");

describe("a document flows one way through the generator", () => {
  test.each([
    { from: "spec", may: ["spec", "errors", "visible"] },
    { from: "model", may: ["spec", "model", "errors", "lists"] },
    { from: "emit", may: ["spec", "model", "emit", "errors", "markdown", "visible"] },
    { from: "drift", may: ["spec", "model", "drift", "errors", "hash", "lists", "markdown", "visible"] },
    { from: "pipeline", may: ["spec", "model", "emit", "errors", "config", "manifest"] },
    { from: "overlay", may: ["spec", "overlay", "errors", "hash", "lists"] },
    { from: "load", may: ["spec", "load", "errors", "hash", "kept"] },
    { from: "write", may: ["write", "errors", "hash", "kept"] },
    { from: "host", may: ["load"] },
    { from: "main", may: ["commands", "errors", "host"] },
  ])("$from imports only $may", ({ from, may }) => {
    const inner = generator.filter(({ file, imported }) => stage(file) === from && imported.startsWith("generator/"));
    expect(inner.length).toBeGreaterThan(0);
    expect(inner.filter(({ imported }) => !may.includes(stage(imported)))).toEqual([]);
  });
});

describe("each package has one room", () => {
  test.each([
    { what: "yaml", rooms: ["load"] },
    { what: "undici", rooms: ["load"] },
    { what: "ts-morph", rooms: ["emit"] },
    { what: "openapi-typescript", rooms: ["emit"] },
    { what: "jsonpath-rfc9535", rooms: ["overlay"] },
    { what: "node:fs", rooms: ["kept", "load", "write"] },
  ])("$what is imported only by $rooms", ({ what, rooms }) => {
    const found = new Set(generator.filter(({ imported }) => imported === what).map(({ file }) => stage(file)));
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
