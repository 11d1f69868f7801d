import { asObject, compare, type JsonObject } from "../spec/json.ts";
import { resolve } from "../spec/references.ts";

/** What a body is to the client. */
export type Kind = "json" | "multipart" | "form" | "stream" | "text" | "blob" | "none";

export interface Media {
  readonly type: string;
  readonly kind: Kind;
  readonly value: JsonObject;
}

/** By media type, without its parameters. The first that fits; everything else is bytes. */
const kinds: readonly (readonly [RegExp, Kind])[] = [
  [/^text\/event-stream$|\bndjson$|\bjsonl(ines)?$|\bjson-seq$|\bstream\+json$/, "stream"],
  [/\bjson\b|^(\*|application)\/\*$/, "json"],
  [/^multipart\/form-data$/, "multipart"],
  [/^application\/x-www-form-urlencoded$/, "form"],
  [/^text\/|\b(xml|yaml|javascript|graphql)$/, "text"],
];

/** Which kind a client takes first where it has a choice. */
const preference: readonly Kind[] = ["json", "multipart", "form", "text", "stream", "blob"];

const kindOf = (mediaType: string): Kind => {
  const [bare = ""] = mediaType.toLowerCase().split(";");
  return kinds.find(([pattern]) => pattern.test(bare.trim()))?.[1] ?? "blob";
};

/** A message's media types. A range of them is what its schema says. */
export const mediaOf = (document: JsonObject, content: JsonObject, pointer: string): Media[] =>
  Object.entries(content).map(([type, media]) => {
    const value = asObject(media);
    const bytes = type.includes("*") && isBinary(document, asObject(value.schema), pointer);
    return { type, kind: bytes ? "blob" : kindOf(type), value };
  });

/** The one of a message's media types that the client speaks; nothing where the message has no content. */
export function chooseMedia(document: JsonObject, content: JsonObject, pointer: string): Media | undefined {
  const rank = ({ type, kind }: Media): number => preference.indexOf(kind) * 2 + (type === "application/json" ? 0 : 1);
  return mediaOf(document, content, pointer).sort((a, b) => rank(a) - rank(b) || compare(a.type, b.type))[0];
}

/** Whether a schema stands for bytes, in the words of OpenAPI 3.0. */
function isBinary(document: JsonObject, schema: JsonObject, pointer: string): boolean {
  const { value } = resolve(document, "schema", schema, pointer);
  return value.format === "binary" && [value.type].flat().includes("string");
}

/** Whether a field of a form is a file: in the words of OpenAPI 3.0, or in those of 3.1. */
export const isFile = (document: JsonObject, schema: JsonObject): boolean =>
  schema.$ref === undefined &&
  (isBinary(document, schema, "#") ||
    (typeof schema.contentMediaType === "string" && schema.contentEncoding === undefined && schema.type !== "object"));
