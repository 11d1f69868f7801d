import type { Contract } from "../contract/contract.ts";
import { inlineComponents } from "../contract/inline-components.ts";
import {
  asObject,
  canonicalJson,
  compareCodePoints,
  isArray,
  isObject,
  type Json,
  type JsonObject,
  mapValues,
} from "../document/json.ts";
import { decodePointerToken, jsonPointer } from "../document/json-pointer.ts";
import { mapObjects } from "../document/object-model.ts";
import { componentRef } from "../document/references.ts";
import type { ContractPair, SchemaMatch } from "./findings/expand-schemas.ts";
import { type Finding, finding } from "./findings/finding.ts";
import { wholeLocation } from "./findings/location.ts";

/** The first difference that is neither a name of a component nor an order: no rule has found it. */
export function findUnclassified({ base, head, match }: ContractPair): Finding[] {
  const found = firstDifference(comparableDocument(base, match), comparableDocument(head, new Map()), "#");
  if (!found) return [];
  return [finding("other-changed", "risky", { ...found, location: wholeLocation(found.pointer) })];
}

/**
 * A document with its component schemas by the names of `match` and without their titles, with all other components
 * written out, and with lists in one order.
 */
function comparableDocument({ document }: Contract, match: SchemaMatch): JsonObject {
  const schemas = Object.entries(asObject(asObject(document.components).schemas)).map(
    ([name, schema]): [string, Json] => {
      const { title: _, ...rest } = asObject(schema);
      return [match.get(name) ?? name, isObject(schema) ? rest : schema];
    },
  );
  const written = inlineComponents(document, { ...document, components: { schemas: Object.fromEntries(schemas) } });
  const edited = mapObjects("document", asObject(written), (value, kind) =>
    kind === "schema" ? { ...renameReferences(value, match), ...ordered(value, ["enum", "anyOf", "oneOf"]) } : value,
  );
  return asObject(edited);
}

/** A value with its references to component schemas as `match` has them, in discriminators too. */
export function renameReferences(value: JsonObject, match: SchemaMatch): JsonObject {
  const rename = (target: Json): Json => {
    const name = typeof target === "string" ? target.replace(/^#\/components\/schemas\//, "") : "";
    const other = match.get(decodePointerToken(name));
    return other === undefined ? target : componentRef("schemas", other);
  };
  return mapValues(value, (child, key) => {
    if (key === "$ref") return rename(child);
    if (key !== "discriminator" || !isObject(child)) return child;
    return { ...child, ...(child.mapping !== undefined && { mapping: mapValues(asObject(child.mapping), rename) }) };
  });
}

const ordered = (value: JsonObject, keys: readonly string[]): JsonObject =>
  Object.fromEntries(
    keys.flatMap((key): [string, Json][] => {
      const list = value[key];
      return isArray(list)
        ? [[key, [...list].sort((a, b) => compareCodePoints(canonicalJson(a), canonicalJson(b)))]]
        : [];
    }),
  );

/** Where two values first differ, and how, if they do. */
function firstDifference(
  before: Json | undefined,
  after: Json | undefined,
  pointer: string,
): { pointer: string; before: Json | undefined; after: Json | undefined } | undefined {
  if (canonicalJson(before ?? null) === canonicalJson(after ?? null)) return undefined;
  if (!isObject(before) || !isObject(after)) return { pointer, before, after };
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(compareCodePoints);
  const key = keys.find((each) => canonicalJson(before[each] ?? null) !== canonicalJson(after[each] ?? null));
  return key === undefined ? undefined : firstDifference(before[key], after[key], jsonPointer(pointer, key));
}
