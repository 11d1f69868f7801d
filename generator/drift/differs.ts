import type { Contract } from "../model/contract.ts";
import { inlined } from "../model/inlined.ts";
import { at, transform } from "../spec/grammar.ts";
import { asObject, canonical, compare, isArray, isObject, type Json, type JsonObject, mapped } from "../spec/json.ts";
import { componentRef, decodeName } from "../spec/references.ts";
import { type Finding, finding } from "./finding.ts";
import { whole } from "./place.ts";
import type { Match, Pair } from "./views.ts";

/** The first difference that is neither a name of a component nor an order: no rule has found it. */
export function unexplained({ base, head, match }: Pair): Finding[] {
  const found = difference(plain(base, match), plain(head, new Map()), "#");
  if (!found) return [];
  return [finding("other-changed", "risky", { ...found, place: whole(found.pointer) })];
}

/**
 * A document with its component schemas by the names of `match` and without their titles, with all other components
 * written out, and with lists in one order.
 */
function plain({ document }: Contract, match: Match): JsonObject {
  const schemas = Object.entries(asObject(asObject(document.components).schemas)).map(
    ([name, schema]): [string, Json] => {
      const { title: _, ...rest } = asObject(schema);
      return [match.get(name) ?? name, isObject(schema) ? rest : schema];
    },
  );
  const written = inlined(document, { ...document, components: { schemas: Object.fromEntries(schemas) } });
  const edited = transform("document", asObject(written), (value, kind) =>
    kind === "schema" ? { ...renamed(value, match), ...ordered(value, ["enum", "anyOf", "oneOf"]) } : value,
  );
  return asObject(edited);
}

/** A value with its references to component schemas as `match` has them, in discriminators too. */
export function renamed(value: JsonObject, match: Match): JsonObject {
  const rename = (target: Json): Json => {
    const name = typeof target === "string" ? target.replace(/^#\/components\/schemas\//, "") : "";
    const other = match.get(decodeName(name));
    return other === undefined ? target : componentRef("schemas", other);
  };
  return mapped(value, (child, key) => {
    if (key === "$ref") return rename(child);
    if (key !== "discriminator" || !isObject(child)) return child;
    return { ...child, ...(child.mapping !== undefined && { mapping: mapped(asObject(child.mapping), rename) }) };
  });
}

const ordered = (value: JsonObject, keys: readonly string[]): JsonObject =>
  Object.fromEntries(
    keys.flatMap((key): [string, Json][] => {
      const list = value[key];
      return isArray(list) ? [[key, [...list].sort((a, b) => compare(canonical(a), canonical(b)))]] : [];
    }),
  );

/** Where two values first differ, and how, if they do. */
function difference(
  before: Json | undefined,
  after: Json | undefined,
  pointer: string,
): { pointer: string; before: Json | undefined; after: Json | undefined } | undefined {
  if (canonical(before ?? null) === canonical(after ?? null)) return undefined;
  if (!isObject(before) || !isObject(after)) return { pointer, before, after };
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(compare);
  const key = keys.find((each) => canonical(before[each] ?? null) !== canonical(after[each] ?? null));
  return key === undefined ? undefined : difference(before[key], after[key], at(pointer, key));
}
