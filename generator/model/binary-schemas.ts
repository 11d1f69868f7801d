import { asObject, isArray, isObject, type Json, type JsonObject, mapValues } from "../document/json.ts";
import { type Edit, mapObjects, type ObjectType, visitObjects } from "../document/object-model.ts";
import type { OpenApiDocument, RequestBodyObject, Schema, SchemaObject } from "../document/openapi-types.ts";
import { componentRef, resolveReference } from "../document/references.ts";
import { chooseMediaType, isFileSchema, type MediaType, readMediaTypes } from "./media-types.ts";

/**
 * Returns the document with `edit` applied to every schema that is a file to the client: in multipart bodies, and in the
 * component schemas that they refer to.
 */
export function mapFileSchemas<Document extends JsonObject>(
  document: Document,
  edit: (schema: SchemaObject) => SchemaObject,
): Document;
export function mapFileSchemas(document: JsonObject, edit: (schema: SchemaObject) => SchemaObject): JsonObject {
  const references = new Set<string>();
  const editFiles = (schema: Json): Json => {
    if (isArray(schema)) return schema.map(editFiles);
    if (!isObject(schema)) return schema;
    if (typeof schema.$ref === "string") references.add(schema.$ref);
    if (isFileSchema(document, schema as SchemaObject)) return edit(schema as SchemaObject);
    return mapValues(schema, (value, key) => {
      if (nestingKeywords.has(key)) return editFiles(value);
      return key === "properties" ? mapValues(asObject(value), editFiles) : value;
    });
  };
  const editBody: Edit = (value, type, pointer) => {
    if (type !== "requestBody") return value;
    const body = value as RequestBodyObject;
    const media = chooseMediaType(document, body.content, pointer);
    return media?.parseAs === "multipart" && media.value.schema !== undefined
      ? withSchema(body, media, editFiles)
      : value;
  };
  const edited = mapObjects("document", document, editBody) ?? document;
  const components = asObject(edited.components);
  const schemas: Record<string, Json> = { ...asObject(components.schemas) };
  // The set grows during the loop, since an edited component may refer to others.
  for (const $ref of references) {
    const name = Object.keys(schemas).find((key) => $ref === componentRef("schemas", key));
    const schema = name === undefined ? undefined : schemas[name];
    if (name !== undefined && schema !== undefined) schemas[name] = editFiles(schema);
  }
  return references.size > 0 ? { ...edited, components: { ...components, schemas } } : edited;
}

/** Keywords whose schemas are parts of the value. */
const nestingKeywords: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf", "items", "additionalProperties"]);

/**
 * Returns the document with the type `binary` for all binary data, whether JSON Schema describes it as a string or not
 * at all: files in forms, and whole messages.
 */
export function withBinaryTypes(document: OpenApiDocument): OpenApiDocument {
  if (!hasBinaryContent(document)) return document;
  const resolveBinary = (schema: Json): SchemaObject =>
    toBinaryType(resolveReference(document, "schema", asObject(schema), "#").value);
  const editMessage: Edit = (value, type, pointer) => {
    if (!isMessage(type)) return value;
    const message = value as RequestBodyObject;
    return readMediaTypes(document, message.content, pointer)
      .filter((media) => media.parseAs === "blob")
      .reduce((result, media) => withSchema(result, media, resolveBinary), message);
  };
  return mapObjects("document", mapFileSchemas(document, toBinaryType), editMessage) ?? document;
}

/** Whether any message may have binary data. Most documents have none and need no copy. */
function hasBinaryContent(document: OpenApiDocument): boolean {
  let found = false;
  visitObjects("document", document, (value, type, pointer) => {
    const media = isMessage(type) ? readMediaTypes(document, (value as RequestBodyObject).content, pointer) : [];
    found ||= media.some(({ parseAs }) => parseAs === "multipart" || parseAs === "blob");
    return !found && type !== "schema";
  });
  return found;
}

const isMessage = (type: ObjectType): boolean => type === "requestBody" || type === "response";

const toBinaryType = (schema: SchemaObject): SchemaObject => ({
  ...schema,
  type: isArray(schema.type) && schema.type.includes("null") ? ["binary", "null"] : "binary",
});

/** Returns a message with the schema of one media type edited. */
const withSchema = (
  message: RequestBodyObject,
  { type, value }: MediaType,
  edit: (schema: Json) => Json,
): RequestBodyObject => ({
  ...message,
  content: { ...message.content, [type]: { ...value, schema: edit(value.schema ?? {}) as Schema } },
});
