import { GeneratorError } from "../util/errors.ts";
import { asObject, asString, isObject, type JsonObject } from "./json.ts";
import { decodePointerToken, jsonPointer } from "./json-pointer.ts";
import type { ObjectType } from "./object-model.ts";
import type { OpenApiDocument, ReferencedObjects } from "./openapi-types.ts";

/** The section of `components` that references to each type of object must point into. */
export const componentSections = {
  callback: "callbacks",
  header: "headers",
  link: "links",
  parameter: "parameters",
  pathItem: "pathItems",
  requestBody: "requestBodies",
  response: "responses",
  schema: "schemas",
} as const satisfies Partial<Record<ObjectType, string>>;

/** Returns the key of the component that a `$ref` points to. Only `#/components/<section>/<name>` is supported. */
export function componentNameOf($ref: string, section: string, pointer: string): string {
  const name = $ref.startsWith(`#/components/${section}/`) ? $ref.slice(`#/components/${section}/`.length) : "";
  if (name === "" || name.includes("/"))
    throw new GeneratorError(
      "REF_UNSUPPORTED",
      pointer,
      `refers to ${JSON.stringify($ref)}, but only references of the form #/components/${section}/<name> are supported`,
      "Bundle the document into one file, with shared objects under `components`",
    );
  return decodePointerToken(name);
}

/** Returns the key of the component schema that a discriminator's mapping points to: by reference, or by name. */
export const mappingTargetName = (target: string, pointer: string): string =>
  target.includes("/") ? componentNameOf(target, "schemas", pointer) : target;

/** Returns the `$ref` of a component. */
export const componentRef = (section: string, name: string): string => jsonPointer("#/components", section, name);

/**
 * Returns a component, or undefined. Reads own keys only, so `__proto__` is an ordinary name. A boolean schema is
 * returned as the equivalent object.
 */
export const findComponent = (document: JsonObject, section: string, name: string): JsonObject | undefined => {
  const components = asObject(asObject(document.components)[section]);
  const found = Object.hasOwn(components, name) ? components[name] : undefined;
  if (section === "schemas" && typeof found === "boolean") return found ? {} : { not: {} };
  return isObject(found) ? found : undefined;
};

/** An object and its location: that of the component if it was referenced. */
export interface Resolved<Value extends JsonObject = JsonObject> {
  readonly value: Value;
  readonly pointer: string;
}

type ReferenceableType = keyof typeof componentSections;

/** Returns the object, or the component it refers to. A missing object and a boolean schema are an empty object. */
export function resolveReference<Type extends ReferenceableType>(
  document: OpenApiDocument,
  type: Type,
  value: JsonObject | boolean | undefined,
  pointer: string,
): Resolved<ReferencedObjects[Type]>;
export function resolveReference(
  document: JsonObject,
  type: ReferenceableType,
  value: JsonObject | boolean | undefined,
  pointer: string,
): Resolved;
export function resolveReference(
  document: JsonObject,
  type: ReferenceableType,
  value: JsonObject | boolean | undefined,
  pointer: string,
): Resolved {
  const section = componentSections[type];
  const seen = new Set<string>();
  let current: Resolved = { value: asObject(value), pointer };
  for (let $ref = asString(current.value.$ref); $ref !== undefined; $ref = asString(current.value.$ref)) {
    const name = componentNameOf($ref, section, current.pointer);
    const target = findComponent(document, section, name);
    if (!target) throw missingReference($ref, current.pointer);
    if (seen.has(name)) throw circularReference($ref, current.pointer);
    seen.add(name);
    current = { value: target, pointer: jsonPointer("#/components", section, name) };
  }
  return current;
}

const circularReference = ($ref: string, pointer: string): GeneratorError =>
  new GeneratorError(
    "REF_CIRCULAR",
    pointer,
    `refers to ${$ref}, which only refers back to it`,
    "Correct the document",
  );

export const missingReference = ($ref: string, pointer: string): GeneratorError =>
  new GeneratorError(
    "REF_MISSING",
    pointer,
    `refers to ${$ref}, which is not in the document`,
    "Correct the document, or select paths that do not need it",
  );
