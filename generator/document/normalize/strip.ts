import { asObject, compareCodePoints, filterEntries } from "../json.ts";
import { type Edit, isExtension, listOperations, type ObjectType } from "../object-model.ts";
import type { OpenApiDocument } from "../openapi-types.ts";
import { resolveReference } from "../references.ts";

/** The extensions with labels or names of enum values. They are kept; all other extensions are removed. */
export const labelKeywords = ["x-enumDescriptions", "x-enum-descriptions", "x-enumNames", "x-enum-varnames"] as const;

/** Objects whose `example` and `examples` are fields. The API generates new ones for many downloads. */
const typesWithExamples: ReadonlySet<ObjectType> = new Set(["schema", "parameter", "header", "mediaType"]);

/** The only fields that are kept of some objects. */
const keptFields: Partial<Record<ObjectType, readonly string[]>> = {
  info: ["title", "version"],
  tag: ["name", "description"],
};

/** Removes what does not affect callers: examples, extensions, and descriptions of the whole API. */
export const dropNoise: Edit = (value, type) => {
  const isKept = (key: string): boolean => {
    if (isExtension(key)) return type === "schema" && (labelKeywords as readonly string[]).includes(key);
    if (key === "example" || key === "examples") return !typesWithExamples.has(type);
    return keptFields[type]?.includes(key) ?? true;
  };
  const result = Object.keys(value).every(isKept) ? value : filterEntries(value, isKept);
  return type === "operation"
    ? { ...result, responses: filterEntries(asObject(result.responses), (status) => !isExtension(status)) }
    : result;
};

/** OpenAPI ignores header parameters of these names. Media types and security schemes describe them. */
const ignoredHeaders: ReadonlySet<string> = new Set(["accept", "authorization", "content-type"]);

/** Removes header parameters that OpenAPI ignores, and references to them. */
export const dropIgnoredHeaders =
  (document: OpenApiDocument): Edit =>
  (value, type, pointer) => {
    if (type !== "parameter") return value;
    const { in: location, name = "" } = resolveReference(document, "parameter", value, pointer).value;
    return location === "header" && ignoredHeaders.has(name.toLowerCase()) ? undefined : value;
  };

/** Removes the document's tags that no operation has, and sorts the others by name. */
export function dropUnusedTags(document: OpenApiDocument): OpenApiDocument {
  const { tags, ...rest } = document;
  if (tags === undefined) return document;
  const used = new Set(listOperations(document).flatMap((operation) => operation.tags ?? []));
  const kept = tags
    .filter(({ name }) => name !== undefined && used.has(name))
    .sort((a, b) => compareCodePoints(String(a.name), String(b.name)));
  return kept.length === 0 ? rest : { ...document, tags: kept };
}
