import { asArray, asObject, isArray, isObject, type Json } from "../document/json.ts";
import { isIdentifier } from "../model/identifiers.ts";

/** What is wrong with a value. */
export interface Problem {
  /** The keys on the way to where it is. */
  readonly keys: readonly (string | number)[];
  /** In the words after the name of what is there. */
  readonly what: string;
}

/** Nothing where a value is right. */
export type Validator = (value: Json) => Problem | undefined;

export const problem = (what: string, ...keys: Problem["keys"]): Problem => ({ keys, what });

const atKey = (key: string | number, found: Problem | undefined): Problem[] =>
  found === undefined ? [] : [problem(found.what, key, ...found.keys)];

/** Any value that is so; the words go on after "has to be". */
export const satisfies_ =
  (words: string, is: (value: Json) => boolean): Validator =>
  (value) =>
    is(value) ? undefined : problem(`has to be ${words}, not ${abbreviate(value)}`);

const abbreviate = (value: Json): string => {
  const json = String(JSON.stringify(value));
  return json.length > 60 ? `${json.slice(0, 59)}…` : json;
};

const string = (words: string, is: (value: string) => boolean): Validator =>
  satisfies_(words, (value) => typeof value === "string" && is(value));

export const nonEmptyString: Validator = string("a text", (value) => value !== "");
export const identifier: Validator = string('an identifier, such as "Campaign"', isIdentifier);
export const url: Validator = string("an http address", (value) => /^https?:/.test(value) && URL.canParse(value));
export const relativePath: Validator = string(
  "a path inside the project",
  (value) => value !== "" && !/^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)|:\/\//.test(value),
);
export const oneOf = (values: readonly string[]): Validator =>
  string(`one of ${values.join(", ")}`, (value) => values.includes(value));

/** A day that there is: who reads dates takes the 30th of February for the 2nd of March. */
export const isoDate: Validator = string('a day, such as "2026-12-31"', (value) => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(value) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
});

/** A list of what is right by itself. */
export const arrayOf =
  (check: Validator): Validator =>
  (value) =>
    satisfies_("a list", isArray)(value) ?? asArray(value).flatMap((item, index) => atKey(index, check(item)))[0];

/** An object with any keys. */
export const recordOf =
  (check: Validator): Validator =>
  (value) =>
    object(value) ?? Object.entries(asObject(value)).flatMap(([key, item]) => atKey(key, check(item)))[0];

const object = satisfies_("an object", isObject);

/** An object with some of these keys and no others. */
export const objectWith =
  (known: Readonly<Record<string, Validator>>): Validator =>
  (value) => {
    const wrong = object(value);
    if (wrong !== undefined) return wrong;
    const unknown = Object.keys(asObject(value)).find((key) => !Object.hasOwn(known, key));
    if (unknown !== undefined) return problem(`knows ${Object.keys(known).join(", ")}, not ${JSON.stringify(unknown)}`);
    return Object.entries(asObject(value)).flatMap(([key, item]) => atKey(key, known[key]?.(item)))[0];
  };
