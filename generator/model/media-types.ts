import { asObject, compareCodePoints, type JsonObject } from "../document/json.ts";
import { resolveReference } from "../document/references.ts";

/** What a body is to the client. */
export type ParseAs = "json" | "multipart" | "form" | "stream" | "text" | "blob" | "none";

export interface MediaType {
  readonly type: string;
  readonly parseAs: ParseAs;
  readonly value: JsonObject;
}

/** By media type, without its parameters. The first that fits; everything else is bytes. */
const parseAsByMediaType: readonly (readonly [RegExp, ParseAs])[] = [
  [/^text\/event-stream$|\bndjson$|\bjsonl(ines)?$|\bjson-seq$|\bstream\+json$/, "stream"],
  [/\bjson\b|^(\*|application)\/\*$/, "json"],
  [/^multipart\/form-data$/, "multipart"],
  [/^application\/x-www-form-urlencoded$/, "form"],
  [/^text\/|\b(xml|yaml|javascript|graphql)$/, "text"],
];

/** Which kind a client takes first where it has a choice. */
const preference: readonly ParseAs[] = ["json", "multipart", "form", "text", "stream", "blob"];

const parseAsOf = (mediaType: string): ParseAs => {
  const [bare = ""] = mediaType.toLowerCase().split(";");
  return parseAsByMediaType.find(([pattern]) => pattern.test(bare.trim()))?.[1] ?? "blob";
};

/** A message's media types. A range of them is what its schema says. */
export const readMediaTypes = (document: JsonObject, content: JsonObject, pointer: string): MediaType[] =>
  Object.entries(content).map(([type, media]) => {
    const value = asObject(media);
    const bytes = type.includes("*") && isBinarySchema(document, asObject(value.schema), pointer);
    return { type, parseAs: bytes ? "blob" : parseAsOf(type), value };
  });

/** The one of a message's media types that the client speaks; nothing where the message has no content. */
export function chooseMediaType(document: JsonObject, content: JsonObject, pointer: string): MediaType | undefined {
  const rank = ({ type, parseAs }: MediaType): number =>
    preference.indexOf(parseAs) * 2 + (type === "application/json" ? 0 : 1);
  return readMediaTypes(document, content, pointer).sort(
    (a, b) => rank(a) - rank(b) || compareCodePoints(a.type, b.type),
  )[0];
}

/** Whether a schema stands for bytes, in the words of OpenAPI 3.0. */
function isBinarySchema(document: JsonObject, schema: JsonObject, pointer: string): boolean {
  const { value } = resolveReference(document, "schema", schema, pointer);
  return value.format === "binary" && [value.type].flat().includes("string");
}

/** Whether a field of a form is a file: in the words of OpenAPI 3.0, or in those of 3.1. */
export const isFileSchema = (document: JsonObject, schema: JsonObject): boolean =>
  schema.$ref === undefined &&
  (isBinarySchema(document, schema, "#") ||
    (typeof schema.contentMediaType === "string" && schema.contentEncoding === undefined && schema.type !== "object"));
