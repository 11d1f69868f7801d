import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { load } from "../../generator/load.ts";
import type { Outcome } from "../../generator/pipeline.ts";
import { asArray, asObject, type JsonObject } from "../../generator/spec/json.ts";
import { callEach } from "./calls.ts";
import { make, type Place, place } from "./client.ts";
import { follow, media, rawOperations } from "./raw.ts";

/** A folder of dated copies of the document (`2026-08-21.json.gz`), of which the newest is taken. */
const folder = process.env.SPEC_HISTORY_DIR;

test.skipIf(folder)("is skipped: set SPEC_HISTORY_DIR to a folder of dated copies of the document", (context) =>
  context.skip(),
);

describe.skipIf(!folder)("every resource of the API, and all of it", async () => {
  const newest = readdirSync(folder ?? ".")
    .filter((name) => name.endsWith(".json.gz"))
    .sort()
    .at(-1);
  const document: JsonObject = folder ? asObject((await load(join(folder, newest ?? ""))).document) : {};
  const operations = rawOperations(document);
  const tagsOf = (path: string, method: string): unknown[] => [
    ...asArray(asObject(asObject(asObject(document.paths)[path])[method.toLowerCase()]).tags),
  ];
  const used = [...new Set(operations.flatMap(({ path, method }) => tagsOf(path, method)))].map(String);
  const listed = asArray(document.tags).map((tag) => String(asObject(tag).name));

  const clients = new Map<string, Outcome>();
  const of = (name: string): Outcome => clients.get(name) ?? expect.unreachable(`there is no client of ${name}`);
  let here: Place;

  beforeAll(async () => {
    const out = mkdtempSync(join(tmpdir(), "wide-"));
    afterAll(() => rmSync(out, { recursive: true }));
    here = place(join(out, "clients"));
    for (const tag of used) clients.set(tag, await make(document, { name: tag, include: { tags: [tag] } }));
    clients.set("Several", await make(document, { name: "Several", include: { tags: used.slice(0, 3) } }));
    clients.set("Whole", await make(document));
    for (const [name, outcome] of clients) here.put(name, outcome);
  });

  test("each tag gives a client of the operations that carry it", () => {
    expect(used.length).toBeGreaterThan(30);
    for (const tag of used) {
      const wanted = operations.filter(({ path, method }) => tagsOf(path, method).includes(tag));
      expect([tag, of(tag).counts.operations]).toEqual([tag, wanted.length]);
    }
    expect(of("Whole").counts.operations).toBe(operations.length);
  });

  test.each(listed.filter((tag) => !used.includes(tag)))("%s, which no operation carries, is an error", async (tag) => {
    await expect(make(document, { include: { tags: [tag] } })).rejects.toThrow("error[INCLUDE_EMPTY] at include: ");
  });

  test.each(["typescript", "typescript-7"] as const)("all of them compile with %s", async (compiler) => {
    expect(await here.compile(compiler)).toBe("");
  });

  test("every operation is called as the document says, and its answer understood", async () => {
    const { called, problems } = await callEach(document, await here.load("Whole"));
    expect(problems).toEqual([]);
    expect(called).toBe(operations.length);
  });

  test("lists with a cursor are walked, whatever they list", () => {
    const paged = operations.filter(({ parameters, responses }) => {
      const page = follow(document, media(responses[200] ?? {})?.[1].schema);
      const fields = asObject(page.properties);
      return (
        parameters.some(({ in: group, name }) => group === "query" && name === "starting_after") &&
        asObject(fields.items).type === "array" &&
        fields.next_starting_after !== undefined
      );
    });
    const walked = of("Whole").model.operations.filter(({ pagination }) => pagination);
    expect(walked.map(({ name }) => name).sort()).toEqual(paged.map(({ id }) => id).sort());
    expect(walked.length).toBeGreaterThan(20);
  });

  test("names can be read: by the document's own words, none told from another by a number", () => {
    const { enums, schemas, operations: functions } = of("Whole").model;
    const names = [...enums, ...schemas, ...functions].map(({ name }) => name);
    expect(names.filter((name) => /\d$|_/.test(name))).toEqual([]);
    expect(Math.max(...names.map((name) => name.length))).toBeLessThan(70);
  });

  test("labels that are missing or too many are told with their place", () => {
    const warnings = of("Whole").warnings.filter(({ code }) => code.startsWith("LABEL_"));
    for (const { where } of warnings) expect(where).toMatch(/^#\/(components|paths)\/.*enum$/);
    expect(new Set(warnings.map(({ where }) => where)).size).toBeGreaterThan(0);
  });
});
