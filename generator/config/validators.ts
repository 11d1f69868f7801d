import { asArray, asObject, isArray, isObject, type Json } from "../document/json.ts";
import { isIdentifier } from "../model/identifiers.ts";

/** A problem with a value. */
export interface Problem {
  /** The path of keys to the value. */
  readonly keys: readonly (string | number)[];
  /** The rest of a sentence that starts with the name of the value. */
  readonly what: string;
}

/** Returns the problem of a value, or `undefined` if it is valid. */
export type Validator = (value: Json) => Problem | undefined;

export const problem = (what: string, ...keys: Problem["keys"]): Problem => ({ keys, what });

const atKey = (key: string | number, found: Problem | undefined): Problem[] =>
  found === undefined ? [] : [problem(found.what, key, ...found.keys)];

/** Accepts values that satisfy a condition; `expected` follows "must be". */
export const matching =
  (expected: string, isValid: (value: Json) => boolean): Validator =>
  (value) =>
    isValid(value) ? undefined : problem(`must be ${expected}, not ${abbreviate(value)}`);

const abbreviate = (value: Json): string => {
  const json = String(JSON.stringify(value));
  return json.length > 60 ? `${json.slice(0, 59)}…` : json;
};

const string = (words: string, is: (value: string) => boolean): Validator =>
  matching(words, (value) => typeof value === "string" && is(value));

export const nonEmptyString: Validator = string("a non-empty string", (value) => value !== "");
export const identifier: Validator = string('an identifier, such as "Campaign"', isIdentifier);
export const url: Validator = string("an http or https URL", (value) => /^https?:/.test(value) && URL.canParse(value));
export const relativePath: Validator = string(
  "a path inside the project",
  (value) => value !== "" && !/^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)|:\/\//.test(value),
);
export const oneOf = (values: readonly string[]): Validator =>
  string(`one of ${values.join(", ")}`, (value) => values.includes(value));

/** An existing date. `Date.parse` would read February 30 as March 2. */
export const isoDate: Validator = string('a date, such as "2026-12-31"', (value) => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(value) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
});

/** An array of valid items. */
export const arrayOf =
  (check: Validator): Validator =>
  (value) =>
    matching("an array", isArray)(value) ?? asArray(value).flatMap((item, index) => atKey(index, check(item)))[0];

/** An object with any keys and valid values. */
export const recordOf =
  (check: Validator): Validator =>
  (value) =>
    object(value) ?? Object.entries(asObject(value)).flatMap(([key, item]) => atKey(key, check(item)))[0];

const object = matching("an object", isObject);

/** An object with some of these keys, and no others. */
export const objectWith =
  (known: Readonly<Record<string, Validator>>): Validator =>
  (value) => {
    const wrong = object(value);
    if (wrong !== undefined) return wrong;
    const unknown = Object.keys(asObject(value)).find((key) => !Object.hasOwn(known, key));
    if (unknown !== undefined)
      return problem(`accepts ${Object.keys(known).join(", ")}, not ${JSON.stringify(unknown)}`);
    return Object.entries(asObject(value)).flatMap(([key, item]) => atKey(key, known[key]?.(item)))[0];
  };
