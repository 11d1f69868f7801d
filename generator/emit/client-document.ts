import { asObject, isArray, isObject, type Json, type JsonObject } from "../document/json.ts";
import { type Edit, mapObjects } from "../document/object-model.ts";
import { resolveReference } from "../document/references.ts";
import { mapFileSchemas } from "../model/binary-schemas.ts";
import { chooseMediaType, type ParseAs } from "../model/media-types.ts";

/** The keyword that names the platform type of a schema, such as `Blob`. Documents lose extensions when normalized. */
export const platformTypeKeyword = "x-platform";

/** The types that are accepted as binary data. */
const binaryInput = "Blob | ArrayBuffer | ArrayBufferView | ReadableStream<Uint8Array>";

/** The types that binary responses are read as. */
const binaryOutput: Partial<Record<ParseAs, string>> = {
  blob: "Blob",
  multipart: "Blob",
  stream: "ReadableStream<Uint8Array>",
};

/**
 * Returns the document as the client uses it, for its types: each message has only the media type that the client
 * chooses, with platform types for what is not JSON.
 */
export function toClientDocument(document: JsonObject): JsonObject {
  const edit: Edit = (value, type, pointer) => {
    if (type === "parameter" && isObject(value.content)) return withContentSchema(value);
    if (type !== "requestBody" && type !== "response") return value;
    if (!isObject(value.content)) return value;
    const media = chooseMediaType(document, value.content, pointer);
    if (!media) return value;
    const schema = clientSchema(document, media.value.schema, media.parseAs, type === "requestBody");
    return { ...value, content: { [media.type]: { ...(schema !== undefined && { schema }) } } };
  };
  return mapFileSchemas(mapObjects("document", document, edit) ?? document, (schema) => ({
    ...schema,
    type: schema.type ?? "string",
    [platformTypeKeyword]: "Blob",
  }));
}

/** A parameter that is described by `content` gets the schema of its content. */
function withContentSchema({ content, ...parameter }: JsonObject): JsonObject {
  const [media] = Object.values(asObject(content));
  const schema = asObject(media).schema;
  return { ...parameter, ...(schema !== undefined && { schema }) };
}

/** Returns the schema of what callers pass or receive. */
function clientSchema(
  document: JsonObject,
  schema: Json | undefined,
  parseAs: ParseAs,
  isRequest: boolean,
): Json | undefined {
  if (parseAs === "json" || (isRequest && (parseAs === "form" || parseAs === "multipart"))) return schema;
  if (isRequest && parseAs !== "text") return { type: "string", [platformTypeKeyword]: binaryInput };
  const output = isRequest ? undefined : binaryOutput[parseAs];
  if (output !== undefined) return { type: "string", [platformTypeKeyword]: output };
  const { value } = resolveReference(document, "schema", asObject(schema), "#");
  const isText =
    value.type === "string" || (isArray(value.enum) && value.enum.every((each) => typeof each === "string"));
  return isText && schema !== undefined ? schema : { type: "string" };
}
