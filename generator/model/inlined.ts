import { isArray, isObject, type Json, type JsonObject, mapped } from "../spec/json.ts";
import { component, decodeName } from "../spec/references.ts";

const reference = /^#\/components\/(?!schemas\/)([A-Za-z]+)\/([^/]+)$/;

/**
 * A value with every component but schemas written out where it is referred to: what a response or a header is called
 * is the document's own affair. One that is inside itself stays a reference there.
 */
export function inlined(document: JsonObject, value: Json, inside: readonly string[] = []): Json {
  if (isArray(value)) return value.map((item) => inlined(document, item, inside));
  if (!isObject(value)) return value;
  const { $ref } = value;
  const [, section, name] = (typeof $ref === "string" && !inside.includes($ref) && reference.exec($ref)) || [];
  const target = section && name ? component(document, section, decodeName(name)) : undefined;
  if (target) return inlined(document, target, [...inside, String($ref)]);
  return mapped(value, (child) => inlined(document, child, inside));
}
