import { escapeInvisible } from "../util/invisible-characters.ts";

/** A parsed JSON value. Readonly. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isArray = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

export const asObject = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

export const asArray = (value: Json | undefined): readonly Json[] => (isArray(value) ? value : []);

export const asString = (value: Json | undefined): string | undefined =>
  typeof value === "string" ? value : undefined;

/** Maps the values of an object. `undefined` removes the entry. `__proto__` is an ordinary key. */
export function mapValues<Value extends Json, Result extends Json>(
  object: Readonly<Record<string, Value>>,
  change: (value: Value, key: string) => Result | undefined,
): Readonly<Record<string, Result>> {
  const result: Record<string, Result> = {};
  for (const key of Object.keys(object)) {
    const value = object[key];
    const changed = value === undefined ? undefined : change(value, key);
    if (changed === undefined) continue;
    if (key !== "__proto__") result[key] = changed;
    else Object.defineProperty(result, key, { value: changed, enumerable: true, writable: true, configurable: true });
  }
  return result;
}

/** Returns an object with the entries for which `keep` returns true. */
export const filterEntries = <Value extends Json>(
  object: Readonly<Record<string, Value>>,
  keep: (key: string, value: Value) => boolean,
): Readonly<Record<string, Value>> => mapValues(object, (value, key) => (keep(key, value) ? value : undefined));

/** Returns an object without the given keys. */
export const omitKeys = (object: JsonObject, keys: readonly string[]): JsonObject =>
  filterEntries(object, (key) => !keys.includes(key));

/**
 * Compares in code-point order, which does not depend on the locale, unlike `localeCompare`. `<` compares UTF-16 code
 * units, which is the same order unless there are surrogates.
 */
export function compareCodePoints(a: string, b: string): number {
  if (/[\ud800-\udfff]/.test(a + b)) return Buffer.compare(Buffer.from(a), Buffer.from(b));
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Sorts the keys of all nested objects in code-point order. */
export function sortKeys<Value extends Json>(value: Value): Value;
export function sortKeys(value: Json): Json {
  if (isArray(value)) return value.map((item) => sortKeys(item));
  if (!isObject(value)) return value;
  const keys = Object.keys(value).sort(compareCodePoints);
  return Object.fromEntries(keys.map((key) => [key, sortKeys(value[key] as Json)]));
}

/** Serializes a value with sorted keys, for comparing and grouping. */
export const canonicalJson = (value: Json): string => JSON.stringify(sortKeys(value));

/** Parses a JSON object. Returns an empty object if the text is missing, invalid, or not an object. */
export function parseObject(text: string | undefined): JsonObject {
  try {
    return asObject(JSON.parse(text ?? "null"));
  } catch {
    return {};
  }
}

/** Prints JSON for a committed file: two spaces, a final newline, and invisible characters escaped. */
export const printJson = (value: unknown): string => `${escapeInvisible(JSON.stringify(value, null, 2), "\n")}\n`;
