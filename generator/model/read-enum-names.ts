import { asObject, isArray, isObject } from "../document/json.ts";
import { labelKeywords } from "../document/normalize/strip.ts";
import type { SchemaObject } from "../document/openapi-types.ts";
import type { EnumValue } from "./model.ts";

/** The labels and names that a document has for the values of an enum. */
export interface EnumNames {
  /** Labels for display, by value, trimmed. */
  readonly labels: ReadonlyMap<EnumValue, string>;
  /** Names for code, by value. */
  readonly names: ReadonlyMap<EnumValue, string>;
  /** The keys of labels and names that are not values of the enum. */
  readonly strayLabels: readonly string[];
}

/** The keywords with names for code. They are also used as labels if there are no others. */
const nameKeywords = ["x-enum-varnames", "x-enumNames"] as const;

/** Reads the labels and names of an enum's values. Empty ones are ignored. */
export function readEnumNames(schema: SchemaObject, values: readonly EnumValue[]): EnumNames {
  const [labels, names] = [readLabels(schema), readKeyword(schema, nameKeywords)];
  const known = new Set(values.map(String));
  const byValue = (texts: ReadonlyMap<string, string>) =>
    new Map(values.flatMap((value) => [[value, texts.get(String(value)) ?? ""] as const]).filter(([, text]) => text));
  return {
    labels: byValue(labels),
    names: byValue(names),
    strayLabels: [...new Set([...labels.keys(), ...names.keys()])].filter((key) => !known.has(key) && key !== "null"),
  };
}

/** Reads the labels of an enum, by value as a string, from the first label keyword that is present. */
export const readLabels = (schema: SchemaObject): ReadonlyMap<string, string> => readKeyword(schema, labelKeywords);

/** Reads the first of the keywords that is present: a map by value, or an array parallel to `enum`. */
function readKeyword(schema: SchemaObject, keywords: readonly string[]): ReadonlyMap<string, string> {
  const keyword = keywords.find((name) => isObject(schema[name]) || isArray(schema[name]));
  const source = keyword === undefined ? {} : schema[keyword];
  const values = schema.enum ?? [];
  const entries = isArray(source)
    ? source.map((text, index) => [index < values.length ? String(values[index]) : `#${index}`, text] as const)
    : Object.entries(asObject(source));
  return new Map(entries.map(([key, text]) => [key, String(text ?? "").trim()]));
}
