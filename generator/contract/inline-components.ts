import { isArray, isObject, type Json, type JsonObject, mapValues } from "../document/json.ts";
import { decodePointerToken } from "../document/json-pointer.ts";
import { findComponent } from "../document/references.ts";

const reference = /^#\/components\/(?!schemas\/)([A-Za-z]+)\/([^/]+)$/;

/**
 * A value with every component but schemas written out where it is referred to: what a response or a header is called
 * is the document's own affair. One that is inside itself stays a reference there.
 */
export function inlineComponents(document: JsonObject, value: Json, inside: readonly string[] = []): Json {
  if (isArray(value)) return value.map((item) => inlineComponents(document, item, inside));
  if (!isObject(value)) return value;
  const { $ref } = value;
  const [, section, name] = (typeof $ref === "string" && !inside.includes($ref) && reference.exec($ref)) || [];
  const target = section && name ? findComponent(document, section, decodePointerToken(name)) : undefined;
  if (target) return inlineComponents(document, target, [...inside, String($ref)]);
  return mapValues(value, (child) => inlineComponents(document, child, inside));
}
