import { asObject, isArray } from "../document/json.ts";
import type { OpenApiDocument, ParameterObject, Schema } from "../document/openapi-types.ts";
import { resolveReference } from "../document/references.ts";
import type { Pagination } from "./model.ts";

const fields: Pagination = { cursor: "starting_after", next: "next_starting_after", items: "items" };

/** The parts of an operation that show whether it returns pages. */
interface Messages {
  readonly parameters: readonly ParameterObject[];
  /** The schema of a JSON request body. */
  readonly body: Schema | undefined;
  /** The schema of a JSON response with status 200. */
  readonly page: Schema | undefined;
}

/**
 * Reads the pagination of an operation: its query or its body takes the cursor, and its response has an array of items
 * and the next cursor.
 */
export function readPagination(
  document: OpenApiDocument,
  { parameters, body, page }: Messages,
  pointer: string,
): Pagination | undefined {
  const query = parameters.filter((each) => each.in === "query");
  const queryFields: Properties = Object.fromEntries(query.map(({ name, schema = {} }) => [String(name), schema]));
  const bodyFields = propertiesOf(document, body, pointer);
  const inputs = [queryFields, bodyFields].find((properties) => properties[fields.cursor] !== undefined);
  if (!inputs) return undefined;
  const properties = propertiesOf(document, page, pointer);
  const { type } = resolveReference(document, "schema", properties.items, pointer).value;
  const isList = type === "array" || (isArray(type) && type.includes("array"));
  if (!isList || properties[fields.next] === undefined) return undefined;
  const limit = asObject(inputs.limit).maximum;
  return {
    ...(inputs === bodyFields && { in: "body" as const }),
    ...fields,
    ...(typeof limit === "number" && { limit }),
  };
}

type Properties = Readonly<Record<string, Schema>>;

/** Returns the properties of a schema, including those of its `allOf`. */
function propertiesOf(document: OpenApiDocument, schema: Schema | undefined, pointer: string): Properties {
  const { allOf = [], properties } = resolveReference(document, "schema", schema, pointer).value;
  const inherited = allOf.map((part) => propertiesOf(document, part, pointer));
  return Object.assign({}, ...inherited, properties);
}
