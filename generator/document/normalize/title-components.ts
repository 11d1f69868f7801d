import { asObject, asString, type JsonObject } from "../json.ts";
import type { Edit } from "../object-model.ts";
import { componentNameOf, componentRef, mappingTargetName } from "../references.ts";

/**
 * Keys each component schema by its title, so that `def-0` titled "Account" is `Account` whatever number the document
 * gives it this time. A title that makes no name, or the same name as another schema's, leaves the schema its key.
 */
export function titleComponents(document: JsonObject): JsonObject {
  const names = chooseComponentNames(document);
  if (names.size === 0) return document;
  const components = asObject(document.components);
  const entries = Object.entries(asObject(components.schemas)).map(([key, schema]) => [names.get(key) ?? key, schema]);
  return { ...document, components: { ...components, schemas: Object.fromEntries(entries) } };
}

/** Makes references follow: those to component schemas, and those of discriminators. */
export function titleReferences(document: JsonObject): Edit {
  const names = chooseComponentNames(document);
  const rename = (key: string): string => componentRef("schemas", names.get(key) ?? key);
  return (value, kind, pointer) => {
    const { $ref, discriminator } = value;
    if (kind !== "schema" || ($ref === undefined && discriminator === undefined)) return value;
    const mapping = Object.entries(asObject(asObject(discriminator).mapping)).map(([key, target]) => [
      key,
      typeof target === "string" ? rename(mappingTargetName(target, pointer)) : target,
    ]);
    return {
      ...value,
      ...(typeof $ref === "string" && { $ref: rename(componentNameOf($ref, "schemas", pointer)) }),
      ...(mapping.length > 0 && {
        discriminator: { ...asObject(discriminator), mapping: Object.fromEntries(mapping) },
      }),
    };
  };
}

/** The new name of every key. Names wanted twice go to nobody; their schemas keep their keys, and so may take a name from others. */
function chooseComponentNames(document: JsonObject): ReadonlyMap<string, string> {
  const schemas = asObject(asObject(document.components).schemas);
  const wanted = new Map(
    Object.entries(schemas).map(([key, schema]) => [key, titleName(asString(asObject(schema).title)) ?? key]),
  );
  for (;;) {
    const names = [...wanted.values()];
    const contested = [...wanted].filter(
      ([key, name]) => name !== key && names.indexOf(name) !== names.lastIndexOf(name),
    );
    if (contested.length === 0) return wanted;
    for (const [key] of contested) wanted.set(key, key);
  }
}

/** "Background Job" is `BackgroundJob`, "AI Agent" is `AIAgent`, "Terms & Fees" is `TermsAndFees`: only word starts are raised. */
export function titleName(title: string | undefined): string | undefined {
  const words = (title ?? "").replaceAll("&", " And ").match(/[A-Za-z0-9]+/g) ?? [];
  const name = words.map((word) => word[0]?.toUpperCase() + word.slice(1)).join("");
  return /^[A-Za-z]/.test(name) ? name : undefined;
}
