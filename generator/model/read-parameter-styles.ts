import { asArray, asObject, isArray, type Json, type JsonObject } from "../document/json.ts";
import { resolveReference } from "../document/references.ts";
import type { ParameterStyle, ParameterStyles } from "./model.ts";

/** The styles that OpenAPI has for each place. The first one is how the client writes, unless told. */
const stylesByLocation: Readonly<Record<string, readonly string[]>> = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form"],
};

/** The parameters of one place that need more than being written out, with how they are written. */
export function readParameterStyles(
  document: JsonObject,
  parameters: readonly JsonObject[],
  where: string,
): ParameterStyles | undefined {
  const found = parameters
    .filter((parameter) => parameter.in === where && needsStyle(document, parameter, where))
    .map((parameter): [string, ParameterStyle] => [String(parameter.name), readStyle(parameter, where)]);
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}

/** How an object of the document says that something is written. A style that OpenAPI does not have there is none. */
export function readStyle({ style, explode, allowReserved, content }: JsonObject, where = "query"): ParameterStyle {
  const [usual = "form"] = stylesByLocation[where] ?? [];
  const called = stylesByLocation[where]?.find((each) => each === style) ?? usual;
  const [contentType] = Object.keys(asObject(content));
  if (contentType !== undefined) return { style: usual, contentType };
  return {
    style: called,
    explode: typeof explode === "boolean" ? explode : called === "form",
    ...(allowReserved === true && { allowReserved }),
  };
}

function needsStyle(document: JsonObject, parameter: JsonObject, where: string): boolean {
  const { style, explode, contentType, allowReserved } = readStyle(parameter, where);
  if (contentType !== undefined || allowReserved || style !== stylesByLocation[where]?.[0]) return true;
  const kinds = valueTypesOf(document, parameter.schema, new Set());
  if (kinds.has("object")) return true;
  if (kinds.has("array") && (explode !== (style === "form") || !repeatsName(where))) return true;
  return (
    (where === "path" && kinds.has("boolean")) ||
    // Queries and cookies are written as JSON has them, where dates are texts.
    (!repeatsName(where) && kinds.has("date-time")) ||
    // Addresses have uses of their own for some characters of a name.
    (where === "query" && /[^\w.~\-[\]$@:]/.test(String(parameter.name)))
  );
}

/** Whether a list repeats its name: then every item is written by itself. */
const repeatsName = (where: string): boolean => where === "query" || where === "cookie";

/** What values of a schema may be: types of JSON, and dates. Where nothing is said they may be anything. */
function valueTypesOf(document: JsonObject, schema: Json | undefined, seen: Set<JsonObject>): ReadonlySet<string> {
  const { value } = resolveReference(document, "schema", asObject(schema), "#");
  if (seen.has(value)) return new Set();
  seen.add(value);
  const types = isArray(value.type) ? value.type : value.type === undefined ? [] : [value.type];
  const values = [...asArray(value.enum), ...(value.const === undefined ? [] : [value.const])];
  const branches = [value.allOf, value.anyOf, value.oneOf].flatMap(asArray);
  const said =
    types.length > 0
      ? types.map(String)
      : values.length > 0
        ? values.map((each) => typeof each)
        : branches.flatMap((branch) => [...valueTypesOf(document, branch, seen)]);
  const dated = value.format === "date-time" ? ["date-time"] : [];
  return new Set(said.length > 0 || seen.size > 1 ? [...said, ...dated] : ["object", "array"]);
}
