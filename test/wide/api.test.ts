import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { GeneratedClient } from "../../generator/app/pipeline.ts";
import { asObject, type JsonObject } from "../../generator/document/json.ts";
import { specHistory } from "../helpers/spec-history.ts";
import { callEach } from "./calls.ts";
import { again, make, type Place, place } from "./client.ts";
import { byTag, newest } from "./newest.ts";
import { follow, media, rawOperations } from "./raw.ts";

test.skipIf(specHistory)("is skipped: set SPEC_HISTORY_DIR to a folder of dated copies of the document", (context) =>
  context.skip(),
);

describe.skipIf(!specHistory)("every resource of the API, and all of it", async () => {
  const document: JsonObject = (await newest()) ?? {};
  const operations = rawOperations(document);
  const tags = byTag(document);
  const used = [...tags].filter(([, carriers]) => carriers.length > 0).map(([tag]) => tag);

  const clients = new Map<string, GeneratedClient>();
  const of = (name: string): GeneratedClient =>
    clients.get(name) ?? expect.unreachable(`there is no client of ${name}`);
  let here: Place;

  beforeAll(async () => {
    const out = mkdtempSync(join(tmpdir(), "wide-"));
    here = place(join(out, "clients"));
    for (const tag of used) clients.set(tag, await make(document, { name: tag, include: { tags: [tag] } }));
    clients.set("Several", await make(document, { name: "Several", include: { tags: used.slice(0, 3) } }));
    clients.set("Whole", await make(document));
    for (const [name, outcome] of clients) here.put(name, outcome);
    return () => rmSync(out, { recursive: true });
  });

  test("each tag, and several at once, give a client of the operations that carry them", () => {
    expect(used.length).toBeGreaterThan(30);
    for (const tag of used) expect([tag, of(tag).counts.operations]).toEqual([tag, tags.get(tag)?.length]);
    const several = used.slice(0, 3).flatMap((tag) => tags.get(tag) ?? []);
    expect(of("Several").counts.operations).toBe(new Set(several).size);
    expect(of("Whole").counts.operations).toBe(operations.length);
  });

  test.each([...tags.keys()].filter((tag) => !used.includes(tag)))(
    "%s, which no operation carries, is an error",
    async (tag) => {
      await expect(make(document, { include: { tags: [tag] } })).rejects.toThrow("error[INCLUDE_EMPTY] at include: ");
    },
  );

  // `npm run test:wide` looks at all of them: it takes its time.
  test("the whole compiles", () => {
    expect(here.typeCheck("Whole")).toBe("");
  });

  test("the snapshot of the whole gives the whole again", async () => {
    const { snapshot, model } = of("Whole");
    expect(await again(of("Whole"))).toEqual({ snapshot, model });
  });

  test("every operation is called as the document says, and its answer understood", async () => {
    const { called, problems } = await callEach(document, await here.load("Whole"));
    expect(problems).toEqual([]);
    expect(called).toBe(operations.length);
  });

  test("lists with a cursor are walked, whatever they list", () => {
    const paged = operations.filter(({ parameters, body, responses }) => {
      const fields = asObject(follow(document, media(responses[200] ?? {})?.[1].schema).properties);
      const sent = asObject(follow(document, media(body ?? {})?.[1].schema).properties);
      return (
        (parameters.some((each) => each.in === "query" && each.name === "starting_after") || sent.starting_after) &&
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
