import { asArray, asObject, type JsonObject } from "../../generator/document/json.ts";
import { loadDocument } from "../../generator/download/load.ts";
import { newestCopy } from "../helpers/spec-history.ts";
import { type RawOperation, rawOperations } from "./raw.ts";

/** The newest of the dated copies of the document, where there are any. */
export async function newest(): Promise<JsonObject | undefined> {
  const [copy] = newestCopy;
  return copy === undefined ? undefined : asObject((await loadDocument(copy)).document);
}

/** The operations of each tag, and of those that the document lists and no operation carries. */
export function byTag(document: JsonObject): ReadonlyMap<string, readonly RawOperation[]> {
  const operations = rawOperations(document);
  const listed = asArray(document.tags).map((tag) => String(asObject(tag).name));
  const tags = new Set([...operations.flatMap((operation) => operation.tags), ...listed]);
  return new Map([...tags].map((tag) => [tag, operations.filter((operation) => operation.tags.includes(tag))]));
}
