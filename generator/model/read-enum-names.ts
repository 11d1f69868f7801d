import { asArray, asObject, isArray, isObject, type JsonObject } from "../document/json.ts";
import { labelKeywords } from "../document/normalize/strip.ts";
import type { EnumValue } from "./model.ts";

/** What a document calls the values of an enum. */
export interface EnumNames {
  /** For people, by value; empty where the document has none. Blanks around a label are its author's slip. */
  readonly labels: ReadonlyMap<EnumValue, string>;
  /** For code, by value: what the document itself would have the members be called. */
  readonly names: ReadonlyMap<EnumValue, string>;
  /** What is called something and is no value of the enum. */
  readonly strayLabels: readonly string[];
}

/** Where names for code are looked for. They do for labels where there are no others. */
const nameKeywords = ["x-enum-varnames", "x-enumNames"] as const;

/** Gives each value what it is called. What is empty is nothing. */
export function readEnumNames(schema: JsonObject, values: readonly EnumValue[]): EnumNames {
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

/** The labels of an enum by the text of their value, from the first label keyword that is there. */
export const readLabels = (schema: JsonObject): ReadonlyMap<string, string> => readKeyword(schema, labelKeywords);

/** The texts of the first of these keywords that is there: a map by value, or a list beside `enum`. */
function readKeyword(schema: JsonObject, keywords: readonly string[]): ReadonlyMap<string, string> {
  const keyword = keywords.find((name) => isObject(schema[name]) || isArray(schema[name]));
  const source = keyword === undefined ? {} : schema[keyword];
  const all = asArray(schema.enum);
  const entries = isArray(source)
    ? source.map((text, index) => [index < all.length ? String(all[index]) : `#${index}`, text] as const)
    : Object.entries(asObject(source));
  return new Map(entries.map(([key, text]) => [key, String(text ?? "").trim()]));
}
