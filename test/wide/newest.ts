import { readdirSync } from "node:fs";
import { join } from "node:path";
import { load } from "../../generator/load.ts";
import { asArray, asObject, type JsonObject } from "../../generator/spec/json.ts";
import { type RawOperation, rawOperations } from "./raw.ts";

/** A folder of dated copies of the document (`2026-08-21.json.gz`), of which the newest is taken. */
export const history = process.env.SPEC_HISTORY_DIR;

export async function newest(folder: string): Promise<JsonObject> {
  const copies = readdirSync(folder).filter((name) => name.endsWith(".json.gz"));
  return asObject((await load(join(folder, copies.sort().at(-1) ?? ""))).document);
}

/** The operations of each tag, and of those that the document lists and no operation carries. */
export function byTag(document: JsonObject): ReadonlyMap<string, readonly RawOperation[]> {
  const operations = rawOperations(document);
  const listed = asArray(document.tags).map((tag) => String(asObject(tag).name));
  const tags = new Set([...operations.flatMap((operation) => operation.tags), ...listed]);
  return new Map([...tags].map((tag) => [tag, operations.filter((operation) => operation.tags.includes(tag))]));
}
