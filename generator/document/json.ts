import { escapeInvisible } from "../util/invisible-characters.ts";

/** JSON as it comes out of a parser: plain, readonly, and of unknown shape until someone looks. */
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

/** An object with other values; `undefined` leaves the entry out. A key called `__proto__` stays an ordinary key. */
export function mapValues(object: JsonObject, change: (value: Json, key: string) => Json | undefined): JsonObject {
  const result: Record<string, Json> = {};
  for (const key of Object.keys(object)) {
    const value = object[key];
    const changed = value === undefined ? undefined : change(value, key);
    if (changed === undefined) continue;
    if (key !== "__proto__") result[key] = changed;
    else Object.defineProperty(result, key, { value: changed, enumerable: true, writable: true, configurable: true });
  }
  return result;
}

/** Keeps the entries `keep` says yes to. */
export const filterEntries = (object: JsonObject, keep: (key: string, value: Json) => boolean): JsonObject =>
  mapValues(object, (value, key) => (keep(key, value) ? value : undefined));

/** Leaves out the entries of these keys. */
export const omitKeys = (object: JsonObject, keys: readonly string[]): JsonObject =>
  filterEntries(object, (key) => !keys.includes(key));

/**
 * Code-point order: the same on every machine and in every locale, unlike `localeCompare`. `<` has it too, but for
 * what is beyond the BMP.
 */
export function compareCodePoints(a: string, b: string): number {
  if (/[\ud800-\udfff]/.test(a + b)) return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The same value with every object's keys in code-point order, all the way down. */
export function sortKeys(value: Json): Json {
  if (isArray(value)) return value.map(sortKeys);
  if (!isObject(value)) return value;
  const keys = Object.keys(value).sort(compareCodePoints);
  return Object.fromEntries(keys.map((key) => [key, sortKeys(value[key] as Json)]));
}

/** One text per value, whatever the order its keys came in: for comparing and for grouping. */
export const canonicalJson = (value: Json): string => JSON.stringify(sortKeys(value));

/** The object in a text; one without entries where the text is missing or holds none. */
export function parseObject(text: string | undefined): JsonObject {
  try {
    return asObject(JSON.parse(text ?? "null"));
  } catch {
    return {};
  }
}

/** How JSON is committed: two spaces, final newline, and nothing in it that a reviewer cannot see. */
export const printJson = (value: unknown): string => `${escapeInvisible(JSON.stringify(value, null, 2), "\n")}\n`;
