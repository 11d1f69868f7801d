import type { Contract } from "../model/contract.ts";
import { at, transform } from "../spec/grammar.ts";
import { asObject, canonical, compare, isArray, isObject, type Json, type JsonObject } from "../spec/json.ts";
import { componentName, componentRef } from "../spec/references.ts";
import { type Finding, finding } from "./finding.ts";
import type { Match, Pair } from "./views.ts";

/** The first difference that is neither a name of a component nor an order: no rule has found it. */
export function unexplained({ base, head, match }: Pair): Finding[] {
  const pointer = difference(plain(base, match), plain(head, new Map()), "#");
  if (pointer === undefined) return [];
  const place = { owner: pointer, path: "", direction: "none", exported: "", inside: "" } as const;
  return [finding("other-changed", ["risky", "risky"], { place, pointer })];
}

/** A document with its component schemas by the names of `match`, without their titles, and with lists in one order. */
function plain({ document }: Contract, match: Match): JsonObject {
  const rename = (name: string): string => match.get(name) ?? name;
  const edited = asObject(
    transform("document", document, (value, kind, pointer) => {
      if (kind !== "schema") return value;
      const { $ref } = value;
      return {
        ...value,
        ...(typeof $ref === "string" && {
          $ref: componentRef("schemas", rename(componentName($ref, "schemas", pointer))),
        }),
        ...(isObject(value.discriminator) && {
          discriminator: { ...value.discriminator, mapping: Object.keys(asObject(value.discriminator.mapping)) },
        }),
        ...ordered(value, ["enum", "anyOf", "oneOf"]),
      };
    }),
  );
  const components = asObject(edited.components);
  const schemas = Object.entries(asObject(components.schemas)).map(([name, schema]): [string, Json] => {
    const { title: _, ...rest } = asObject(schema);
    return [rename(name), isObject(schema) ? rest : schema];
  });
  return {
    ...edited,
    ...(schemas.length > 0 && { components: { ...components, schemas: Object.fromEntries(schemas) } }),
  };
}

const ordered = (value: JsonObject, keys: readonly string[]): JsonObject =>
  Object.fromEntries(
    keys.flatMap((key): [string, Json][] => {
      const list = value[key];
      return isArray(list) ? [[key, [...list].sort((a, b) => compare(canonical(a), canonical(b)))]] : [];
    }),
  );

/** Where two values first differ, if they do. */
function difference(before: Json | undefined, after: Json | undefined, pointer: string): string | undefined {
  if (canonical(before ?? null) === canonical(after ?? null)) return undefined;
  if (!isObject(before) || !isObject(after)) return pointer;
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(compare);
  const key = keys.find((each) => canonical(before[each] ?? null) !== canonical(after[each] ?? null));
  return key === undefined ? pointer : difference(before[key], after[key], at(pointer, key));
}
