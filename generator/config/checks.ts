import { isIdentifier } from "../model/names.ts";
import { isArray, isObject, type Json } from "../spec/json.ts";

/** What is wrong with a value, in the words after its name; nothing where it is right. */
export type Check = (value: Json) => string | undefined;

export const text: Check = (value) => (typeof value === "string" && value !== "" ? undefined : "has to be a text");
export const identifier: Check = (value) =>
  typeof value === "string" && isIdentifier(value) ? undefined : 'has to be an identifier, such as "Campaign"';
export const url: Check = (value) =>
  typeof value === "string" && /^https?:/.test(value) && URL.canParse(value) ? undefined : "has to be an http address";
export const texts: Check = (value) =>
  isArray(value) && value.length > 0 && value.every((item) => !text(item))
    ? undefined
    : 'has to be a list of texts, such as ["Campaign"]';
export const relative: Check = (value) =>
  typeof value === "string" && value !== "" && !/^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)/.test(value)
    ? undefined
    : "has to be a path inside the project";

export const record =
  (check: Check): Check =>
  (value) =>
    isObject(value)
      ? Object.entries(value).flatMap(([key, item]) => problem(key, check(item)))[0]
      : "has to be an object";

export const oneOf =
  (values: readonly string[]): Check =>
  (value) =>
    values.includes(String(value)) ? undefined : `has to be one of ${values.join(", ")}`;

export const day: Check = (value) =>
  typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
    ? undefined
    : 'has to be a day, such as "2026-12-31"';

/** An object with some of these keys and no others. */
export const fields =
  (known: Readonly<Record<string, Check>>): Check =>
  (value) => {
    if (!isObject(value)) return "has to be an object";
    const unknown = Object.keys(value).find((key) => !Object.hasOwn(known, key));
    if (unknown !== undefined) return `knows ${Object.keys(known).join(", ")}, not ${JSON.stringify(unknown)}`;
    return Object.entries(value).flatMap(([key, item]) => problem(key, known[key]?.(item)))[0];
  };

const problem = (key: string, what: string | undefined): string[] =>
  what === undefined ? [] : [`${JSON.stringify(key)} ${what}`];
