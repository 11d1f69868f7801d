import { GeneratorError } from "../errors.ts";
import { at, type Kind } from "./grammar.ts";
import { asObject, asString, isObject, type JsonObject } from "./json.ts";

/** The section of `components` that a reference found in an object of this kind has to point into. */
export const sections = {
  callback: "callbacks",
  header: "headers",
  link: "links",
  parameter: "parameters",
  pathItem: "pathItems",
  requestBody: "requestBodies",
  response: "responses",
  schema: "schemas",
} as const satisfies Partial<Record<Kind, string>>;

/** The key of the component that `$ref` names. Only `#/components/<section>/<name>` is understood. */
export function componentName($ref: string, section: string, pointer: string): string {
  const name = $ref.startsWith(`#/components/${section}/`) ? $ref.slice(`#/components/${section}/`.length) : "";
  if (name === "" || name.includes("/"))
    throw new GeneratorError(
      "REF_UNSUPPORTED",
      pointer,
      `refers to ${JSON.stringify($ref)}, and only references of the form #/components/${section}/<name> are followed`,
      "Bundle the document into one file, with what is shared under components",
    );
  return decodeName(name);
}

/** The key of the component schema that an entry of a discriminator's mapping names: by reference, or as it is. */
export const mappedName = (target: string, pointer: string): string =>
  target.includes("/") ? componentName(target, "schemas", pointer) : target;

/** The text of a reference to a component. */
export const componentRef = (section: string, name: string): string => at("#/components", section, name);

/**
 * The component itself, or undefined. Reads own keys only: `__proto__` is a name like any other. A schema that is
 * `true` or `false` is given as the object that says the same.
 */
export const component = (document: JsonObject, section: string, name: string): JsonObject | undefined => {
  const all = asObject(asObject(document.components)[section]);
  const found = Object.hasOwn(all, name) ? all[name] : undefined;
  if (section === "schemas" && typeof found === "boolean") return found ? {} : { not: {} };
  return isObject(found) ? found : undefined;
};

/** The key that the last part of a reference stands for: percent signs and the escapes of JSON pointers undone. */
export function decodeName(name: string): string {
  try {
    return decodeURIComponent(name).replaceAll("~1", "/").replaceAll("~0", "~");
  } catch {
    return name;
  }
}

/** The object itself, or the component it refers to. */
export function resolve(
  document: JsonObject,
  kind: keyof typeof sections,
  value: JsonObject,
  pointer: string,
): { value: JsonObject; pointer: string } {
  const section = sections[kind];
  const seen = new Set<string>();
  let here = { value, pointer };
  for (let $ref = asString(value.$ref); $ref !== undefined; $ref = asString(here.value.$ref)) {
    const name = componentName($ref, section, here.pointer);
    const target = component(document, section, name);
    if (!target) throw missing($ref, here.pointer);
    if (seen.has(name)) throw circular($ref, here.pointer);
    seen.add(name);
    here = { value: target, pointer: at("#/components", section, name) };
  }
  return here;
}

const circular = ($ref: string, pointer: string): GeneratorError =>
  new GeneratorError(
    "REF_CIRCULAR",
    pointer,
    `refers to ${$ref}, which refers back to it and to nothing else`,
    "Correct the document",
  );

export const missing = ($ref: string, pointer: string): GeneratorError =>
  new GeneratorError(
    "REF_MISSING",
    pointer,
    `refers to ${$ref}, which the document does not define`,
    "Correct the document, or select paths that do not need it",
  );
