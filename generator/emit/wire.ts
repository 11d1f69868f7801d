import { markFiles } from "../model/files.ts";
import { chooseMedia, type Kind } from "../model/media.ts";
import { type Edit, transform } from "../spec/grammar.ts";
import { asObject, isArray, isObject, type Json, type JsonObject } from "../spec/json.ts";
import { resolve } from "../spec/references.ts";

/** The keyword by which a schema of the copy says which type of the platform it stands for. No document has it any more. */
export const platform = "x-platform";

/** What can be sent as bytes, and what bytes are answered with. */
const sent = "Blob | ArrayBuffer | ArrayBufferView | ReadableStream<Uint8Array>";
const answered: Partial<Record<Kind, string>> = {
  blob: "Blob",
  multipart: "Blob",
  stream: "ReadableStream<Uint8Array>",
};

/**
 * The document as the client speaks it, for its types: of several media types the one that is spoken, with the types of
 * the platform where no JSON is.
 */
export function asSpoken(document: JsonObject): JsonObject {
  const edit: Edit = (value, kind, pointer) => {
    if (kind === "parameter" && isObject(value.content)) return described(value);
    if (kind !== "requestBody" && kind !== "response") return value;
    if (!isObject(value.content)) return value;
    const media = chooseMedia(document, value.content, pointer);
    if (!media) return value;
    const schema = spoken(document, media.value.schema, media.kind, kind === "requestBody");
    return { ...value, content: { [media.type]: { ...(schema !== undefined && { schema }) } } };
  };
  return markFiles(transform("document", document, edit) ?? document, (schema) => ({
    ...schema,
    type: schema.type ?? "string",
    [platform]: "Blob",
  }));
}

/** A parameter that is a message has the schema of the message. */
function described({ content, ...parameter }: JsonObject): JsonObject {
  const [media] = Object.values(asObject(content));
  const schema = asObject(media).schema;
  return { ...parameter, ...(schema !== undefined && { schema }) };
}

/** The schema of what a caller has in hand. */
function spoken(document: JsonObject, schema: Json | undefined, kind: Kind, request: boolean): Json | undefined {
  if (kind === "json" || (request && (kind === "form" || kind === "multipart"))) return schema;
  const type = request ? (kind === "text" ? undefined : sent) : answered[kind];
  if (type !== undefined) return { type: "string", [platform]: type };
  const { value } = resolve(document, "schema", asObject(schema), "#");
  const text = value.type === "string" || (isArray(value.enum) && value.enum.every((each) => typeof each === "string"));
  return text && schema !== undefined ? schema : { type: "string" };
}
