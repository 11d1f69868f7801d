import { asArray, asObject, filterEntries, isObject, type JsonObject } from "./json.ts";
import { jsonPointer } from "./json-pointer.ts";
import { type DocumentObject, type ObjectType, visitObjects } from "./object-model.ts";
import {
  componentNameOf,
  componentRef,
  componentSections,
  findComponent,
  mappingTargetName,
  missingReference,
} from "./references.ts";

/** A component by kind (`schemas`) and name (`Account`). */
interface Reference {
  readonly section: string;
  readonly name: string;
  readonly pointer: string;
}

const sectionOf: Partial<Record<ObjectType, string>> = componentSections;

/** What an object refers to itself: by `$ref`, by a discriminator's mapping, by a security requirement. */
function referencesOf({ type, value, pointer }: DocumentObject): Reference[] {
  const section = sectionOf[type];
  const { $ref, discriminator, security } = value;
  const found: Reference[] = [];
  if (section !== undefined && typeof $ref === "string")
    found.push({ section, name: componentNameOf($ref, section, pointer), pointer });
  if (type === "schema")
    for (const [key, target] of Object.entries(asObject(asObject(discriminator).mapping)))
      if (typeof target === "string") {
        const where = jsonPointer(pointer, "discriminator", "mapping", key);
        found.push({ section: "schemas", name: mappingTargetName(target, where), pointer: where });
      }
  if (type === "document" || type === "operation")
    for (const requirement of asArray(security))
      for (const name of Object.keys(asObject(requirement))) found.push({ section: "securitySchemes", name, pointer });
  return found;
}

/** The document with the components that its paths and its security need, directly or through one another, and no others. */
export function pruneComponents(document: JsonObject): JsonObject {
  const { components, ...rest } = document;
  const reached = reachableComponents(document, rest);
  const sections = Object.entries(asObject(components))
    .map(([section, all]): [string, JsonObject] => [
      section,
      filterEntries(asObject(all), (name) => reached.has(`${section}/${name}`)),
    ])
    .filter(([, all]) => Object.keys(all).length > 0);
  return { ...rest, ...(sections.length > 0 && { components: Object.fromEntries(sections) }) };
}

/** What an object reaches, as `section/name`. A reference to nothing is an error; a security scheme may be missing. */
function reachableComponents(document: JsonObject, root: JsonObject): ReadonlySet<string> {
  const reached = new Set<string>();
  const search = (kind: ObjectType, value: JsonObject, pointer: string): void =>
    visitObjects(
      kind,
      value,
      (each, ofKind, where) => {
        if (isObject(each)) referencesOf({ type: ofKind, value: each, pointer: where }).forEach(follow);
        return true;
      },
      pointer,
    );
  const follow = ({ section, name, pointer }: Reference): void => {
    const key = `${section}/${name}`;
    if (reached.has(key)) return;
    const target = findComponent(document, section, name);
    if (!target && section !== "securitySchemes") throw missingReference(componentRef(section, name), pointer);
    reached.add(key);
    const kind = objectTypeOf(section);
    if (kind && target) search(kind, target, jsonPointer("#/components", section, name));
  };
  search("document", root, "#");
  return reached;
}

const objectTypeOf = (section: string): ObjectType | undefined =>
  (Object.keys(componentSections) as ObjectType[]).find((kind) => sectionOf[kind] === section);
