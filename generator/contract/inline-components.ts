import { asString, isArray, isObject, type Json, type JsonObject, mapValues } from "../document/json.ts";
import { decodePointerToken } from "../document/json-pointer.ts";
import { findComponent } from "../document/references.ts";

/** A reference to a component other than a schema. */
const reference = /^#\/components\/(?!schemas\/)([A-Za-z]+)\/([^/]+)$/;

/**
 * Returns a value with references to all components but schemas replaced by the components, since the names of responses
 * or headers do not affect callers. Circular references are kept.
 *
 * @param ancestors the references that have been inlined around the value.
 */
export function inlineComponents(document: JsonObject, value: Json, ancestors: readonly string[] = []): Json {
  if (isArray(value)) return value.map((item) => inlineComponents(document, item, ancestors));
  if (!isObject(value)) return value;
  const $ref = asString(value.$ref);
  if ($ref !== undefined && !ancestors.includes($ref)) {
    const [, section, name] = reference.exec($ref) ?? [];
    const isReference = section !== undefined && name !== undefined;
    const target = isReference ? findComponent(document, section, decodePointerToken(name)) : undefined;
    if (target) return inlineComponents(document, target, [...ancestors, $ref]);
  }
  return mapValues(value, (child) => inlineComponents(document, child, ancestors));
}
