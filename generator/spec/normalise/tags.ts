import { operationsOf } from "../grammar.ts";
import { asArray, asObject, compare, type JsonObject } from "../json.ts";

/** Of the document's tags, those that an operation carries, by name. A list of none says what no list says. */
export function reduceTags(document: JsonObject): JsonObject {
  if (document.tags === undefined) return document;
  const used = new Set(operationsOf(document).flatMap(({ tags }) => asArray(tags)));
  const tags = asArray(document.tags)
    .filter((tag) => used.has(asObject(tag).name ?? null))
    .sort((a, b) => compare(String(asObject(a).name), String(asObject(b).name)));
  const { tags: _, ...rest } = document;
  return tags.length === 0 ? rest : { ...document, tags };
}
