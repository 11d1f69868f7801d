import { isArray, type JsonObject } from "../document/json.ts";
import type {
  ContentObject,
  OpenApiDocument,
  ParameterObject,
  Schema,
  SchemaObject,
} from "../document/openapi-types.ts";
import { resolveReference } from "../document/references.ts";
import type { ParameterStyle, ParameterStyles } from "./model.ts";

/** The styles that OpenAPI defines for each location. The first one is the default. */
const stylesByLocation: Readonly<Record<string, readonly string[]>> = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form"],
};

/** Reads the styles of the parameters in one location that are not serialized by default. */
export function readParameterStyles(
  document: OpenApiDocument,
  parameters: readonly ParameterObject[],
  location: string,
): ParameterStyles | undefined {
  const found = parameters
    .filter((parameter) => parameter.in === location && needsStyle(document, parameter, location))
    .map((parameter): [string, ParameterStyle] => [String(parameter.name), readStyle(parameter, location)]);
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}

/** Reads the style of a parameter or a form field. Styles that OpenAPI does not define for the location are ignored. */
export function readStyle(
  value: JsonObject & { readonly content?: ContentObject },
  location = "query",
): ParameterStyle {
  const { style, explode, allowReserved, content = {} } = value;
  const [defaultStyle = "form"] = stylesByLocation[location] ?? [];
  const [contentType] = Object.keys(content);
  if (contentType !== undefined) return { style: defaultStyle, contentType };
  const definedStyle = stylesByLocation[location]?.find((each) => each === style) ?? defaultStyle;
  return {
    style: definedStyle,
    explode: typeof explode === "boolean" ? explode : definedStyle === "form",
    ...(allowReserved === true && { allowReserved }),
  };
}

function needsStyle(document: OpenApiDocument, parameter: ParameterObject, location: string): boolean {
  const { style, explode, contentType, allowReserved } = readStyle(parameter, location);
  if (contentType !== undefined || allowReserved || style !== stylesByLocation[location]?.[0]) return true;
  const types = valueTypesOf(document, parameter.schema, new Set());
  if (types.has("object")) return true;
  if (types.has("array") && (explode !== (style === "form") || !repeatsName(location))) return true;
  if (location === "path" && types.has("boolean")) return true;
  // In queries and cookies, dates are serialized as in JSON.
  if (types.has("date-time") && !repeatsName(location)) return true;
  // Other characters of a name must be encoded.
  return location === "query" && /[^\w.~\-[\]$@:]/.test(String(parameter.name));
}

/** Whether arrays are serialized by default as one `name=item` per item. */
const repeatsName = (location: string): boolean => location === "query" || location === "cookie";

/** Returns the JSON types that values of a schema may have, and `date-time`. Unrestricted values may be of any type. */
function valueTypesOf(
  document: OpenApiDocument,
  schema: Schema | undefined,
  seen: Set<JsonObject>,
): ReadonlySet<string> {
  const { value } = resolveReference(document, "schema", schema, "#");
  if (seen.has(value)) return new Set();
  seen.add(value);
  const types = statedTypes(value) ?? variantsOf(value).flatMap((each) => [...valueTypesOf(document, each, seen)]);
  if (types.length === 0 && seen.size === 1) return new Set(["object", "array"]);
  return new Set(value.format === "date-time" ? [...types, "date-time"] : types);
}

/** Returns the types of a schema by `type`, else by its `enum` and `const`. Undefined if it has none of them. */
function statedTypes({ type, enum: values = [], const: constant }: SchemaObject): readonly string[] | undefined {
  const types = isArray(type) ? type : [type].filter((each) => each !== undefined);
  if (types.length > 0) return types;
  const allowed = constant === undefined ? values : [...values, constant];
  return allowed.length > 0 ? allowed.map((value) => typeof value) : undefined;
}

const variantsOf = ({ allOf = [], anyOf = [], oneOf = [] }: SchemaObject): readonly Schema[] => [
  ...allOf,
  ...anyOf,
  ...oneOf,
];
