import { type Edit, inspect, type Kind, transform } from "../spec/grammar.ts";
import { asObject, isArray, isObject, type Json, type JsonObject, mapped } from "../spec/json.ts";
import { componentRef, resolve } from "../spec/references.ts";
import { chooseMedia, isFile, type Media, mediaOf } from "./media.ts";

/**
 * The document with `mark` of it in place of every schema that is a file to the client: in multipart bodies, and in
 * every component that they are made of.
 */
export function markFiles(document: JsonObject, mark: (schema: JsonObject) => JsonObject): JsonObject {
  const schemas = new Set<string>();
  const marked = (schema: Json): Json => {
    if (isArray(schema)) return schema.map(marked);
    if (!isObject(schema)) return schema;
    if (typeof schema.$ref === "string") schemas.add(schema.$ref);
    if (isFile(document, schema)) return mark(schema);
    return mapped(schema, (value, key) =>
      holders.has(key) ? marked(value) : key === "properties" ? mapped(asObject(value), marked) : value,
    );
  };
  const body: Edit = (value, kind, pointer) => {
    const media = kind === "requestBody" ? chooseMedia(document, asObject(value.content), pointer) : undefined;
    return media?.kind === "multipart" && media.value.schema !== undefined ? withSchema(value, media, marked) : value;
  };
  const whole = transform("document", document, body) ?? document;
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
const holders: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf", "items", "additionalProperties"]);

/**
 * The document with the type `binary` for what callers have as bytes, whatever JSON Schema calls it: files, and
 * messages as a whole.
 */
export function withBinary(document: JsonObject): JsonObject {
  if (!hasBytes(document)) return document;
  const bytes = (schema: Json): JsonObject => binary(resolve(document, "schema", asObject(schema), "#").value);
  const whole: Edit = (value, kind, pointer) =>
    isMessage(kind)
      ? mediaOf(document, asObject(value.content), pointer)
          .filter((media) => media.kind === "blob")
          .reduce((message, media) => withSchema(message, media, bytes), value)
      : value;
  return transform("document", markFiles(document, binary), whole) ?? document;
}

/** Whether any message may have files or bytes. Most documents have none, and need not be written anew. */
function hasBytes(document: JsonObject): boolean {
  let found = false;
  inspect("document", document, (value, kind, pointer) => {
    const all = isMessage(kind) ? mediaOf(document, asObject(asObject(value).content), pointer) : [];
    found ||= all.some((media) => media.kind === "multipart" || media.kind === "blob");
    return !found && kind !== "schema";
  });
  return found;
}

const isMessage = (kind: Kind): boolean => kind === "requestBody" || kind === "response";

const binary = (schema: JsonObject): JsonObject => ({
  ...schema,
  type: isArray(schema.type) && schema.type.includes("null") ? ["binary", "null"] : "binary",
});

/** A message that says of one of its media types what `edit` makes of it. */
const withSchema = (message: JsonObject, { type, value }: Media, edit: (schema: Json) => Json): JsonObject => ({
  ...message,
  content: { ...asObject(message.content), [type]: { ...value, schema: edit(value.schema ?? {}) } },
});
