import { asObject, isArray, isObject, type Json, type JsonObject, mapValues } from "../document/json.ts";
import { type Edit, mapObjects, type ObjectType, visitObjects } from "../document/object-model.ts";
import { componentRef, resolveReference } from "../document/references.ts";
import { chooseMediaType, isFileSchema, type MediaType, readMediaTypes } from "./media-types.ts";

/**
 * The document with `mark` of it in place of every schema that is a file to the client: in multipart bodies, and in
 * every component that they are made of.
 */
export function mapFileSchemas(document: JsonObject, mark: (schema: JsonObject) => JsonObject): JsonObject {
  const schemas = new Set<string>();
  const marked = (schema: Json): Json => {
    if (isArray(schema)) return schema.map(marked);
    if (!isObject(schema)) return schema;
    if (typeof schema.$ref === "string") schemas.add(schema.$ref);
    if (isFileSchema(document, schema)) return mark(schema);
    return mapValues(schema, (value, key) =>
      nestingKeywords.has(key) ? marked(value) : key === "properties" ? mapValues(asObject(value), marked) : value,
    );
  };
  const body: Edit = (value, kind, pointer) => {
    const media = kind === "requestBody" ? chooseMediaType(document, asObject(value.content), pointer) : undefined;
    return media?.parseAs === "multipart" && media.value.schema !== undefined
      ? withSchema(value, media, marked)
      : value;
  };
  const whole = mapObjects("document", document, body) ?? document;
  const components = asObject(whole.components);
  const all: Record<string, Json> = { ...asObject(components.schemas) };
  // A component that is met may lead to others: the set grows while it is walked.
  for (const $ref of schemas) {
    const name = Object.keys(all).find((key) => $ref === componentRef("schemas", key));
    const schema = name === undefined ? undefined : all[name];
    if (name !== undefined && schema !== undefined) all[name] = marked(schema);
  }
  return schemas.size > 0 ? { ...whole, components: { ...components, schemas: all } } : whole;
}

/** Keywords of a schema that hold the schemas of what it is made of. */
const nestingKeywords: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf", "items", "additionalProperties"]);

/**
 * The document with the type `binary` for what callers have as bytes, whatever JSON Schema calls it: files, and
 * messages as a whole.
 */
export function withBinaryTypes(document: JsonObject): JsonObject {
  if (!hasBinaryContent(document)) return document;
  const bytes = (schema: Json): JsonObject =>
    toBinaryType(resolveReference(document, "schema", asObject(schema), "#").value);
  const whole: Edit = (value, kind, pointer) =>
    isMessage(kind)
      ? readMediaTypes(document, asObject(value.content), pointer)
          .filter((media) => media.parseAs === "blob")
          .reduce((message, media) => withSchema(message, media, bytes), value)
      : value;
  return mapObjects("document", mapFileSchemas(document, toBinaryType), whole) ?? document;
}

/** Whether any message may have files or bytes. Most documents have none, and need not be written anew. */
function hasBinaryContent(document: JsonObject): boolean {
  let found = false;
  visitObjects("document", document, (value, kind, pointer) => {
    const all = isMessage(kind) ? readMediaTypes(document, asObject(asObject(value).content), pointer) : [];
    found ||= all.some((media) => media.parseAs === "multipart" || media.parseAs === "blob");
    return !found && kind !== "schema";
  });
  return found;
}

const isMessage = (kind: ObjectType): boolean => kind === "requestBody" || kind === "response";

const toBinaryType = (schema: JsonObject): JsonObject => ({
  ...schema,
  type: isArray(schema.type) && schema.type.includes("null") ? ["binary", "null"] : "binary",
});

/** A message that says of one of its media types what `edit` makes of it. */
const withSchema = (message: JsonObject, { type, value }: MediaType, edit: (schema: Json) => Json): JsonObject => ({
  ...message,
  content: { ...asObject(message.content), [type]: { ...value, schema: edit(value.schema ?? {}) } },
});
