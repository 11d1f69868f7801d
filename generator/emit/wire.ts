import { chooseMedia, isBinary, type Kind } from "../model/media.ts";
import { type Edit, transform } from "../spec/grammar.ts";
import { asObject, isArray, isObject, type Json, type JsonObject, mapped } from "../spec/json.ts";
import { componentRef, resolve } from "../spec/references.ts";

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
  return withBlobs(transform("document", document, edit) ?? document);
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

/** Files in a multipart body are Blobs, in the body itself and in every component that it is made of. */
function withBlobs(document: JsonObject): JsonObject {
  const schemas = new Set<string>();
  const mark = (schema: Json): Json => {
    if (isArray(schema)) return schema.map(mark);
    if (!isObject(schema)) return schema;
    if (typeof schema.$ref === "string") schemas.add(schema.$ref);
    if (isFile(document, schema)) return { ...schema, type: schema.type ?? "string", [platform]: "Blob" };
    return mapped(schema, (value, key) =>
      holders.has(key) ? mark(value) : key === "properties" ? mapped(asObject(value), mark) : value,
    );
  };
  const body: Edit = (value, kind) =>
    kind === "requestBody" && isObject(asObject(value.content)["multipart/form-data"])
      ? { ...value, content: mapped(asObject(value.content), (media) => mapped(asObject(media), mark)) }
      : value;
  const marked = transform("document", document, body) ?? document;
  const components = asObject(marked.components);
  const all: Record<string, Json> = { ...asObject(components.schemas) };
  // A component that is met may lead to others: the set grows while it is walked.
  for (const $ref of schemas) {
    const name = Object.keys(all).find((key) => $ref === componentRef("schemas", key));
    const schema = name === undefined ? undefined : all[name];
    if (name !== undefined && schema !== undefined) all[name] = mark(schema);
  }
  return schemas.size > 0 ? { ...marked, components: { ...components, schemas: all } } : marked;
}

/** Keywords of a schema that hold the schemas of what it is made of. */
const holders: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf", "items", "schema", "additionalProperties"]);

/** Whether a field of a form is a file: in the words of OpenAPI 3.0, or in those of 3.1. */
const isFile = (document: JsonObject, schema: JsonObject): boolean =>
  schema.$ref === undefined &&
  (isBinary(document, schema, "#") ||
    (typeof schema.contentMediaType === "string" && schema.contentEncoding === undefined && schema.type !== "object"));
