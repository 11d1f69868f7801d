import { asObject, mapValues } from "../json.ts";
import type { Edit } from "../object-model.ts";
import type { OpenApiDocument, SchemaObject } from "../openapi-types.ts";
import { componentNameOf, componentRef, mappingTargetName } from "../references.ts";

/**
 * Keys each component schema by its title: `def-0` titled "Account" becomes `Account`, since the document numbers its
 * schemas differently from download to download. A schema keeps its key if its title is not usable as a name, or if
 * another schema has the same name.
 */
export function titleComponents(document: OpenApiDocument): OpenApiDocument {
  const names = chooseComponentNames(document);
  if (names.size === 0) return document;
  const { schemas = {} } = document.components ?? {};
  const entries = Object.entries(schemas).map(([key, schema]) => [names.get(key) ?? key, schema]);
  return { ...document, components: { ...document.components, schemas: Object.fromEntries(entries) } };
}

/** Updates references to component schemas, including those of discriminators. */
export function titleReferences(document: OpenApiDocument): Edit {
  const names = chooseComponentNames(document);
  const rename = (key: string): string => componentRef("schemas", names.get(key) ?? key);
  return (value, type, pointer) => {
    if (type !== "schema") return value;
    const { $ref, discriminator } = value as SchemaObject;
    if ($ref === undefined && discriminator === undefined) return value;
    const mapping = mapValues(discriminator?.mapping ?? {}, (target) => rename(mappingTargetName(target, pointer)));
    return {
      ...value,
      ...($ref !== undefined && { $ref: rename(componentNameOf($ref, "schemas", pointer)) }),
      ...(Object.keys(mapping).length > 0 && { discriminator: { ...discriminator, mapping } }),
    };
  };
}

/**
 * Returns the new name of every key. Schemas that want the same name keep their keys, which may in turn be the name that
 * another schema wants.
 */
function chooseComponentNames(document: OpenApiDocument): ReadonlyMap<string, string> {
  const { schemas = {} } = document.components ?? {};
  const names = new Map(
    Object.entries(schemas).map(([key, schema]) => [key, titleName((asObject(schema) as SchemaObject).title) ?? key]),
  );
  for (;;) {
    const all = [...names.values()];
    const contested = [...names].filter(([key, name]) => name !== key && all.indexOf(name) !== all.lastIndexOf(name));
    if (contested.length === 0) return names;
    for (const [key] of contested) names.set(key, key);
  }
}

/** Returns a title as a name: `BackgroundJob`, `AIAgent`, `TermsAndFees`. Capitalizes words and keeps their other letters. */
export function titleName(title: string | undefined): string | undefined {
  const words = (title ?? "").replaceAll("&", " And ").match(/[A-Za-z0-9]+/g) ?? [];
  const name = words.map((word) => word[0]?.toUpperCase() + word.slice(1)).join("");
  return /^[A-Za-z]/.test(name) ? name : undefined;
}
