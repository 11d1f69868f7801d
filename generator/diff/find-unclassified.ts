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
} from "../document/json.ts";
import { jsonPointer } from "../document/json-pointer.ts";
import { mapObjects } from "../document/object-model.ts";
import type { ContractPair, SchemaMatch } from "./findings/expand-schemas.ts";
import type { Finding } from "./findings/finding.ts";
import { documentLocation } from "./findings/location.ts";
import { renameReferences } from "./findings/rename-references.ts";
import { createUnclassified } from "./kinds/unclassified.ts";

/** Finds the first difference that is neither a component name nor an order. Used if no rule finds anything. */
export function findUnclassified({ base, head, match }: ContractPair): Finding[] {
  const difference = firstDifference(comparableDocument(base, match), comparableDocument(head, new Map()), "#");
  if (!difference) return [];
  return [createUnclassified({ ...difference, location: documentLocation(difference.pointer) })];
}

/** Returns a document with renamed component schemas, all other components inlined, and alternatives sorted. */
function comparableDocument({ document }: Contract, match: SchemaMatch): JsonObject {
  const schemas = Object.entries(asObject(asObject(document.components).schemas)).map(
    ([name, schema]): [string, Json] => {
      const { title: _, ...rest } = asObject(schema);
      return [match.get(name) ?? name, isObject(schema) ? rest : schema];
    },
  );
  const inlined = inlineComponents(document, { ...document, components: { schemas: Object.fromEntries(schemas) } });
  const comparable = mapObjects("document", asObject(inlined), (value, kind) =>
    kind === "schema" ? { ...renameReferences(value, match), ...sortArrays(value, ["enum", "anyOf", "oneOf"]) } : value,
  );
  return asObject(comparable);
}

const sortArrays = (value: JsonObject, keys: readonly string[]): JsonObject =>
  Object.fromEntries(
    keys.flatMap((key): [string, Json][] => {
      const items = value[key];
      return isArray(items)
        ? [[key, [...items].sort((a, b) => compareCodePoints(canonicalJson(a), canonicalJson(b)))]]
        : [];
    }),
  );

/** A JSON pointer at which two values differ. */
interface Difference {
  readonly pointer: string;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

function firstDifference(before: Json | undefined, after: Json | undefined, pointer: string): Difference | undefined {
  if (canonicalJson(before ?? null) === canonicalJson(after ?? null)) return undefined;
  if (!isObject(before) || !isObject(after)) return { pointer, before, after };
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(compareCodePoints);
  const key = keys.find((each) => canonicalJson(before[each] ?? null) !== canonicalJson(after[each] ?? null));
  return key === undefined ? undefined : firstDifference(before[key], after[key], jsonPointer(pointer, key));
}
