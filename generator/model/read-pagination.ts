import { asArray, asObject, isArray, type JsonObject } from "../document/json.ts";
import { resolveReference } from "../document/references.ts";
import type { Pagination } from "./model.ts";

const fields: Pagination = { cursor: "starting_after", next: "next_starting_after", items: "items" };

/** What pagination is told by: JSON schemas of what is sent and of what comes back. */
interface Messages {
  readonly parameters: readonly JsonObject[];
  readonly body: JsonObject;
  readonly page: JsonObject;
}

/**
 * Whether an operation lists in pages: its query takes the cursor, or else its body does, and its 200 has rows and the
 * next cursor.
 */
export function readPagination(
  document: JsonObject,
  { parameters, body, page }: Messages,
  pointer: string,
): Pagination | undefined {
  const query = parameters.filter((each) => each.in === "query");
  const asked = Object.fromEntries(query.map(({ name, schema }) => [String(name), asObject(schema)]));
  const sent = propertiesOf(document, body, pointer);
  const place = [asked, sent].find((fieldsOf) => fieldsOf[fields.cursor] !== undefined);
  if (!place) return undefined;
  const properties = propertiesOf(document, page, pointer);
  const rows = resolveReference(document, "schema", asObject(properties.items), pointer).value;
  const isList = (isArray(rows.type) ? rows.type : [rows.type]).includes("array");
  if (!isList || properties[fields.next] === undefined) return undefined;
  const limit = asObject(place.limit).maximum;
  return { ...(place === sent && { in: "body" as const }), ...fields, ...(typeof limit === "number" && { limit }) };
}

/** The properties of a schema, with those of the parts it is made of. */
function propertiesOf(document: JsonObject, schema: JsonObject, pointer: string): JsonObject {
  const { value } = resolveReference(document, "schema", schema, pointer);
  const parts = asArray(value.allOf).map((part) => propertiesOf(document, asObject(part), pointer));
  return Object.assign({}, ...parts, asObject(value.properties));
}
