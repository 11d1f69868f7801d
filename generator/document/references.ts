import { GeneratorError } from "../util/errors.ts";
import { asObject, asString, isObject, type JsonObject } from "./json.ts";
import { decodePointerToken, jsonPointer } from "./json-pointer.ts";
import type { ObjectType } from "./object-model.ts";

/** The section of `components` that a reference found in an object of this kind has to point into. */
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

/** The key of the component that `$ref` names. Only `#/components/<section>/<name>` is understood. */
export function componentNameOf($ref: string, section: string, pointer: string): string {
  const name = $ref.startsWith(`#/components/${section}/`) ? $ref.slice(`#/components/${section}/`.length) : "";
  if (name === "" || name.includes("/"))
    throw new GeneratorError(
      "REF_UNSUPPORTED",
      pointer,
      `refers to ${JSON.stringify($ref)}, and only references of the form #/components/${section}/<name> are followed`,
      "Bundle the document into one file, with what is shared under components",
    );
  return decodePointerToken(name);
}

/** The key of the component schema that an entry of a discriminator's mapping names: by reference, or as it is. */
export const mappingTargetName = (target: string, pointer: string): string =>
  target.includes("/") ? componentNameOf(target, "schemas", pointer) : target;

/** The text of a reference to a component. */
export const componentRef = (section: string, name: string): string => jsonPointer("#/components", section, name);

/**
 * The component itself, or undefined. Reads own keys only: `__proto__` is a name like any other. A schema that is
 * `true` or `false` is given as the object that says the same.
 */
export const findComponent = (document: JsonObject, section: string, name: string): JsonObject | undefined => {
  const all = asObject(asObject(document.components)[section]);
  const found = Object.hasOwn(all, name) ? all[name] : undefined;
  if (section === "schemas" && typeof found === "boolean") return found ? {} : { not: {} };
  return isObject(found) ? found : undefined;
};

/** The object itself, or the component it refers to. */
export function resolveReference(
  document: JsonObject,
  kind: keyof typeof componentSections,
  value: JsonObject,
  pointer: string,
): { value: JsonObject; pointer: string } {
  const section = componentSections[kind];
  const seen = new Set<string>();
  let here = { value, pointer };
  for (let $ref = asString(value.$ref); $ref !== undefined; $ref = asString(here.value.$ref)) {
    const name = componentNameOf($ref, section, here.pointer);
    const target = findComponent(document, section, name);
    if (!target) throw missingReference($ref, here.pointer);
    if (seen.has(name)) throw circularReference($ref, here.pointer);
    seen.add(name);
    here = { value: target, pointer: jsonPointer("#/components", section, name) };
  }
  return here;
}

const circularReference = ($ref: string, pointer: string): GeneratorError =>
  new GeneratorError(
    "REF_CIRCULAR",
    pointer,
    `refers to ${$ref}, which refers back to it and to nothing else`,
    "Correct the document",
  );

export const missingReference = ($ref: string, pointer: string): GeneratorError =>
  new GeneratorError(
    "REF_MISSING",
    pointer,
    `refers to ${$ref}, which the document does not define`,
    "Correct the document, or select paths that do not need it",
  );
