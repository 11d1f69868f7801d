import { GeneratorError } from "../errors.ts";
import { at, inspect, type Kind, type Node } from "./grammar.ts";
import { asArray, asObject, asString, isObject, type JsonObject, pick } from "./json.ts";

/** A component by kind (`schemas`) and name (`Account`). */
interface Reference {
  readonly section: string;
  readonly name: string;
  readonly pointer: string;
}

/** The section of `components` that a reference found in an object of this kind has to point into. */
const sections = {
  callback: "callbacks",
  header: "headers",
  link: "links",
  parameter: "parameters",
  pathItem: "pathItems",
  requestBody: "requestBodies",
  response: "responses",
  schema: "schemas",
} as const satisfies Partial<Record<Kind, string>>;
const sectionOf: Partial<Record<Kind, string>> = sections;

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

const missing = ($ref: string, pointer: string): GeneratorError =>
  new GeneratorError(
    "REF_MISSING",
    pointer,
    `refers to ${$ref}, which the document does not define`,
    "Correct the document, or select paths that do not need it",
  );

/** What an object refers to itself: by `$ref`, by a discriminator's mapping, by a security requirement. */
function references({ kind, value, pointer }: Node): Reference[] {
  const section = sectionOf[kind];
  const { $ref, discriminator, security } = value;
  const found: Reference[] = [];
  if (section !== undefined && typeof $ref === "string")
    found.push({ section, name: componentName($ref, section, pointer), pointer });
  if (kind === "schema")
    for (const [key, target] of Object.entries(asObject(asObject(discriminator).mapping)))
      if (typeof target === "string") {
        const where = at(pointer, "discriminator", "mapping", key);
        found.push({ section: "schemas", name: mappedName(target, where), pointer: where });
      }
  if (kind === "document" || kind === "operation")
    for (const requirement of asArray(security))
      for (const name of Object.keys(asObject(requirement))) found.push({ section: "securitySchemes", name, pointer });
  return found;
}

/** The document with the components that its paths and its security need, directly or through one another, and no others. */
export function prune(document: JsonObject): JsonObject {
  const { components, ...rest } = document;
  const reached = closure(document, rest);
  const sections = Object.entries(asObject(components))
    .map(([section, all]): [string, JsonObject] => [
      section,
      pick(asObject(all), (name) => reached.has(`${section}/${name}`)),
    ])
    .filter(([, all]) => Object.keys(all).length > 0);
  return { ...rest, ...(sections.length > 0 && { components: Object.fromEntries(sections) }) };
}

/** What an object reaches, as `section/name`. A reference to nothing is an error; a security scheme may be missing. */
function closure(document: JsonObject, root: JsonObject): ReadonlySet<string> {
  const reached = new Set<string>();
  const search = (kind: Kind, value: JsonObject, pointer: string): void =>
    inspect(
      kind,
      value,
      (each, ofKind, where) => {
        if (isObject(each)) references({ kind: ofKind, value: each, pointer: where }).forEach(follow);
        return true;
      },
      pointer,
    );
  const follow = ({ section, name, pointer }: Reference): void => {
    const key = `${section}/${name}`;
    if (reached.has(key)) return;
    const target = component(document, section, name);
    if (!target && section !== "securitySchemes") throw missing(componentRef(section, name), pointer);
    reached.add(key);
    const kind = kindOf(section);
    if (kind && target) search(kind, target, at("#/components", section, name));
  };
  search("document", root, "#");
  return reached;
}

const kindOf = (section: string): Kind | undefined =>
  (Object.keys(sections) as Kind[]).find((kind) => sectionOf[kind] === section);
