import { at, inspect, type Kind, type Node } from "./grammar.ts";
import { asArray, asObject, isObject, type JsonObject, pick } from "./json.ts";
import { component, componentName, componentRef, mappedName, missing, sections } from "./references.ts";

/** A component by kind (`schemas`) and name (`Account`). */
interface Reference {
  readonly section: string;
  readonly name: string;
  readonly pointer: string;
}

const sectionOf: Partial<Record<Kind, string>> = sections;

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
