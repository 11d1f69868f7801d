import { asArray, asObject, asString, compareCodePoints, filterEntries, type JsonObject } from "../json.ts";
import { type Edit, isExtension, listOperations, type ObjectType } from "../object-model.ts";
import { resolveReference } from "../references.ts";

/** Vendor extensions that say what an enum's values are called. All others are for documentation sites. */
export const labelKeywords = ["x-enumDescriptions", "x-enum-descriptions", "x-enumNames", "x-enum-varnames"] as const;

/** Objects whose `example` and `examples` are keywords. Upstream makes new ones on many downloads. */
const typesWithExamples: ReadonlySet<ObjectType> = new Set(["schema", "parameter", "header", "mediaType"]);

/** Objects of which only these fields are kept. */
const keptFields: Partial<Record<ObjectType, readonly string[]>> = {
  info: ["title", "version"],
  tag: ["name", "description"],
};

/** Takes out what changes without meaning anything to a caller: examples, vendor extensions, and prose about the whole API. */
export const dropNoise: Edit = (value, kind) => {
  const says = (key: string): boolean => {
    if (isExtension(key)) return kind === "schema" && (labelKeywords as readonly string[]).includes(key);
    if (key === "example" || key === "examples") return !typesWithExamples.has(kind);
    return keptFields[kind]?.includes(key) ?? true;
  };
  const result = Object.keys(value).every(says) ? value : filterEntries(value, says);
  return kind === "operation"
    ? { ...result, responses: filterEntries(asObject(result.responses), (status) => !isExtension(status)) }
    : result;
};

/** Headers that parameters do not describe: OpenAPI says so of these. What they hold is for content and security to say. */
const ignoredHeaders: ReadonlySet<string> = new Set(["accept", "authorization", "content-type"]);

/** Takes out the header parameters that OpenAPI has ignored, and what refers to them. */
export const dropIgnoredHeaders =
  (document: JsonObject): Edit =>
  (value, kind, pointer) => {
    if (kind !== "parameter") return value;
    const { in: where, name } = resolveReference(document, "parameter", value, pointer).value;
    return where === "header" && ignoredHeaders.has(asString(name)?.toLowerCase() ?? "") ? undefined : value;
  };

/** Of the document's tags, those that an operation carries, by name. A list of none says what no list says. */
export function dropUnusedTags(document: JsonObject): JsonObject {
  if (document.tags === undefined) return document;
  const used = new Set(listOperations(document).flatMap(({ tags }) => asArray(tags)));
  const tags = asArray(document.tags)
    .filter((tag) => used.has(asObject(tag).name ?? null))
    .sort((a, b) => compareCodePoints(String(asObject(a).name), String(asObject(b).name)));
  const { tags: _, ...rest } = document;
  return tags.length === 0 ? rest : { ...document, tags };
}
