import { asObject, compareCodePoints, type JsonObject } from "../document/json.ts";
import type { MediaTypeObject, Schema, SchemaObject } from "../document/openapi-types.ts";
import { resolveReference } from "../document/references.ts";

/** The way in which the client writes or reads a body. */
export type ParseAs = "json" | "multipart" | "form" | "stream" | "text" | "blob" | "none";

export interface MediaType {
  readonly type: string;
  readonly parseAs: ParseAs;
  readonly value: MediaTypeObject;
}

/** By media type without parameters. The first match applies; other media types are read as a blob. */
const parseAsByMediaType: readonly (readonly [RegExp, ParseAs])[] = [
  [/^text\/event-stream$|\bndjson$|\bjsonl(ines)?$|\bjson-seq$|\bstream\+json$/, "stream"],
  [/\bjson\b|^(\*|application)\/\*$/, "json"],
  [/^multipart\/form-data$/, "multipart"],
  [/^application\/x-www-form-urlencoded$/, "form"],
  [/^text\/|\b(xml|yaml|javascript|graphql)$/, "text"],
];

/** The order in which the client chooses among several media types. */
const preference: readonly ParseAs[] = ["json", "multipart", "form", "text", "stream", "blob"];

const parseAsOf = (mediaType: string): ParseAs => {
  const [essence = ""] = mediaType.toLowerCase().split(";");
  return parseAsByMediaType.find(([pattern]) => pattern.test(essence.trim()))?.[1] ?? "blob";
};

/** Reads the `content` of a message. A media type range is a blob if its schema is binary. */
export const readMediaTypes = (document: JsonObject, content: JsonObject | undefined, pointer: string): MediaType[] =>
  Object.entries(content ?? {}).map(([type, media]) => {
    const value = asObject(media) as MediaTypeObject;
    const isBinary = type.includes("*") && isBinarySchema(document, value.schema, pointer);
    return { type, parseAs: isBinary ? "blob" : parseAsOf(type), value };
  });

/** Returns the media type that the client uses for a message. Undefined if the message has no content. */
export function chooseMediaType(
  document: JsonObject,
  content: JsonObject | undefined,
  pointer: string,
): MediaType | undefined {
  // Of the same kind, `application/json` itself comes before types such as `application/problem+json`.
  const rank = ({ type, parseAs }: MediaType): number =>
    preference.indexOf(parseAs) * 2 + (type === "application/json" ? 0 : 1);
  return readMediaTypes(document, content, pointer).sort(
    (a, b) => rank(a) - rank(b) || compareCodePoints(a.type, b.type),
  )[0];
}

/** Whether a schema is binary data as defined by OpenAPI 3.0: a string of format `binary`. */
function isBinarySchema(document: JsonObject, schema: Schema | undefined, pointer: string): boolean {
  const { value } = resolveReference(document, "schema", schema, pointer);
  return value.format === "binary" && [value.type].flat().includes("string");
}

/** Whether a form field is a file: `format: binary` in OpenAPI 3.0, `contentMediaType` in 3.1. */
export const isFileSchema = (document: JsonObject, schema: SchemaObject): boolean =>
  schema.$ref === undefined &&
  (isBinarySchema(document, schema, "#") ||
    (typeof schema.contentMediaType === "string" && schema.contentEncoding === undefined && schema.type !== "object"));
