import { asArray, asObject, filterEntries, isObject, type JsonObject } from "./json.ts";
import { jsonPointer } from "./json-pointer.ts";
import { type DocumentObject, type ObjectType, visitObjects } from "./object-model.ts";
import type { OpenApiDocument } from "./openapi-types.ts";
import {
  componentNameOf,
  componentRef,
  componentSections,
  findComponent,
  mappingTargetName,
  missingReference,
} from "./references.ts";

/** A reference to a component, such as `Account` in `schemas`. */
interface Reference {
  readonly section: string;
  readonly name: string;
  readonly pointer: string;
}

const sectionOf: Partial<Record<ObjectType, string>> = componentSections;

/** Returns an object's own references: `$ref`, the mapping of a discriminator, security requirements. */
function referencesOf({ type, value, pointer }: DocumentObject): Reference[] {
  const section = sectionOf[type];
  const { $ref, discriminator, security } = value;
  const found: Reference[] = [];
  if (section !== undefined && typeof $ref === "string")
    found.push({ section, name: componentNameOf($ref, section, pointer), pointer });
  if (type === "schema")
    for (const [key, target] of Object.entries(asObject(asObject(discriminator).mapping)))
      if (typeof target === "string") {
        const entryPointer = jsonPointer(pointer, "discriminator", "mapping", key);
        found.push({ section: "schemas", name: mappingTargetName(target, entryPointer), pointer: entryPointer });
      }
  if (type === "document" || type === "operation")
    for (const requirement of asArray(security))
      for (const name of Object.keys(asObject(requirement))) found.push({ section: "securitySchemes", name, pointer });
  return found;
}

/** Removes the components that neither paths nor security reach, directly or through other components. */
export function pruneComponents(document: OpenApiDocument): OpenApiDocument;
export function pruneComponents(document: JsonObject): JsonObject;
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

/** Returns the components that an object reaches, as `section/name`. Throws if one is missing, unless it is a security scheme. */
function reachableComponents(document: JsonObject, root: JsonObject): ReadonlySet<string> {
  const reached = new Set<string>();
  const search = (rootType: ObjectType, rootValue: JsonObject, rootPointer: string): void =>
    visitObjects(
      rootType,
      rootValue,
      (value, type, pointer) => {
        if (isObject(value)) referencesOf({ type, value, pointer }).forEach(follow);
        return true;
      },
      rootPointer,
    );
  const follow = ({ section, name, pointer }: Reference): void => {
    const key = `${section}/${name}`;
    if (reached.has(key)) return;
    const target = findComponent(document, section, name);
    if (!target && section !== "securitySchemes") throw missingReference(componentRef(section, name), pointer);
    reached.add(key);
    const type = objectTypeOf(section);
    if (type && target) search(type, target, jsonPointer("#/components", section, name));
  };
  search("document", root, "#");
  return reached;
}

const objectTypeOf = (section: string): ObjectType | undefined =>
  (Object.keys(componentSections) as ObjectType[]).find((type) => sectionOf[type] === section);
