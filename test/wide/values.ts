import { asArray, asObject, isArray, isObject, type Json, type JsonObject } from "../../generator/document/json.ts";
import { follow } from "./raw.ts";

/** A value as the document shows it: its first example, where it has one, else one that its schema describes. */
export function shown(document: JsonObject, place: JsonObject): Json {
  if (place.example !== undefined) return place.example;
  const [first] = Object.values(asObject(place.examples));
  const { value } = follow(document, first);
  return value ?? described(document, place.schema);
}

/** How far into a schema that holds itself a value goes. */
const deepest = 6;

/** A value made of a schema's own examples, and of its types where it has none. */
export function described(document: JsonObject, schema: Json | undefined, depth = 0): Json {
  const { allOf, oneOf, anyOf, ...value } = follow(document, schema);
  const inner = (child: Json | undefined): Json => described(document, child, depth + 1);
  const [example] = asArray(value.examples);
  const known = [value.example, example, value.const, value.default ?? undefined, asArray(value.enum)[0]];
  const given = known.find((each) => each !== undefined);
  if (given !== undefined) return given;
  const [branch] = [...asArray(oneOf), ...asArray(anyOf)].filter((each) => asObject(each).type !== "null");
  const parts = [...asArray(allOf), ...(branch === undefined ? [] : [branch])].map(inner);
  const [type] = [value.type].flat().filter((name) => name !== "null");
  if (type === "object" || isObject(value.properties) || (parts.length > 0 && parts.every(isObject))) {
    const properties = Object.entries(depth > deepest ? {} : asObject(value.properties));
    return Object.assign({}, ...parts, Object.fromEntries(properties.map(([name, child]) => [name, inner(child)])));
  }
  if (parts[0] !== undefined) return parts[0];
  if (type === "array") return depth > deepest ? [] : [inner(isArray(value.items) ? value.items[0] : value.items)];
  if (type === "boolean") return true;
  if (type === "number" || type === "integer") return Number(value.minimum ?? 1);
  return type === undefined ? {} : "a b&c/d@e.test";
}
