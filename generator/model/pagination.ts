import type { Pagination } from "../model.ts";
import { asArray, asObject, isArray, type JsonObject } from "../spec/json.ts";
import { resolve } from "../spec/references.ts";

const fields: Pagination = { cursor: "starting_after", next: "next_starting_after", items: "items" };

/** Whether an operation lists in pages: its query takes the cursor, and its 200 has rows and the next cursor. */
export function readPagination(
  document: JsonObject,
  parameters: readonly JsonObject[],
  page: JsonObject,
  pointer: string,
): Pagination | undefined {
  const takesCursor = parameters.some(({ in: where, name }) => where === "query" && name === fields.cursor);
  if (!takesCursor) return undefined;
  const properties = propertiesOf(document, page, pointer);
  const rows = resolve(document, "schema", asObject(properties.items), pointer).value;
  const isList = (isArray(rows.type) ? rows.type : [rows.type]).includes("array");
  if (!isList || properties[fields.next] === undefined) return undefined;
  const limit = asObject(
    parameters.find(({ in: where, name }) => where === "query" && name === "limit")?.schema,
  ).maximum;
  return { ...fields, ...(typeof limit === "number" && { limit }) };
}

/** The properties of a schema, with those of the parts it is made of. */
function propertiesOf(document: JsonObject, schema: JsonObject, pointer: string): JsonObject {
  const { value } = resolve(document, "schema", schema, pointer);
  const parts = asArray(value.allOf).map((part) => propertiesOf(document, asObject(part), pointer));
  return Object.assign({}, ...parts, asObject(value.properties));
}
