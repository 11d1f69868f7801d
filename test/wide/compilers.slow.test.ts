import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { GeneratedClient } from "../../generator/app/pipeline.ts";
import type { Json, JsonObject } from "../../generator/document/json.ts";
import { compilerOf } from "../helpers/compilers.ts";
import { specHistory } from "../helpers/spec-history.ts";
import { make, place } from "./client.ts";
import { example, examples, refused } from "./examples.ts";
import { features } from "./features.ts";
import { byTag, newest } from "./newest.ts";

/** What TypeScript 7 says about clients side by side. */
async function compiled(clients: readonly GeneratedClient[]): Promise<string> {
  const out = mkdtempSync(join(tmpdir(), "compilers-"));
  onTestFinished(() => rmSync(out, { recursive: true }));
  const here = place(join(out, "clients"));
  for (const [index, client] of clients.entries()) here.put(`c${index}`, client);
  return here.compile("7.0");
}

const all = (documents: readonly Json[]): Promise<GeneratedClient[]> =>
  Promise.all(documents.map((each) => make(each)));

describe.skipIf(compilerOf("7.0") === undefined)("TypeScript 7 takes the clients", () => {
  test("of every feature of a document", async () => {
    expect(await compiled(await all(features.map(({ given }) => given)))).toBe("");
  });

  test("of documents that others wrote", async () => {
    const names = examples.filter((name) => refused[name] === undefined);
    expect(await compiled(await all(names.map(example)))).toBe("");
  });

  test.skipIf(!specHistory)("of every resource of the API, and of all of it", async () => {
    const document: JsonObject = (await newest()) ?? {};
    const tags = [...byTag(document)].filter(([, carriers]) => carriers.length > 0).map(([tag]) => tag);
    const clients = [await make(document)];
    for (const tag of tags) clients.push(await make(document, { name: tag, include: { tags: [tag] } }));
    expect(await compiled(clients)).toBe("");
  });
});
