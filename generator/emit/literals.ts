import { isIdentifier } from "../model/identifiers.ts";
import type { Literal } from "../model/model.ts";
import { escapeInvisible } from "../util/invisible-characters.ts";

/**
 * The only place where values of the document become TypeScript. Emitters print names and values through these
 * functions, and prose through {@link docComment}.
 */

/** Prints a value as a literal. JSON is JavaScript, except for characters that editors and reviewers cannot see. */
export const printPrimitive = (value: string | number | boolean): string => escapeInvisible(JSON.stringify(value));

/** Prints values as an array literal. */
export const printArray = (values: readonly (string | number | boolean)[]): string =>
  `[${values.map(printPrimitive).join(", ")}]`;

/** Prints a name as a property key. `__proto__` is computed, because it would set the prototype otherwise. */
export function propertyKey(name: string): string {
  if (name === "__proto__") return `[${printPrimitive(name)}]`;
  return isIdentifier(name) || /^(0|[1-9]\d{0,8})$/.test(name) ? name : printPrimitive(name);
}

/** The maximum width of a literal on one line, with what precedes it. */
const maxLineWidth = 90;

/** Prints a literal on one line if it fits after what precedes it, else with one line per entry. */
export function printLiteral(value: Literal, before = "", width = maxLineWidth): string {
  const line = printInline(value);
  if (before.length + line.length <= width || typeof value !== "object") return line;
  const [open, close] = isArray(value) ? "[]" : "{}";
  const lines = isArray(value)
    ? value.map((item) => printLiteral(item))
    : entries(value).map(([name, item]) => `${propertyKey(name)}: ${printLiteral(item, `${propertyKey(name)}: `)}`);
  return [open, ...lines.flatMap((each) => `${each},`.split("\n")).map((each) => `  ${each}`), close].join("\n");
}

function printInline(value: Literal): string {
  if (typeof value !== "object") return printPrimitive(value);
  if (isArray(value)) return `[${value.map(printInline).join(", ")}]`;
  const all = entries(value).map(([name, item]) => `${propertyKey(name)}: ${printInline(item)}`);
  return all.length === 0 ? "{}" : `{ ${all.join(", ")} }`;
}

const isArray = (value: Literal): value is readonly Literal[] => Array.isArray(value);

const entries = (value: { readonly [name: string]: Literal | undefined }): [string, Literal][] =>
  Object.entries(value).flatMap(([name, item]) => (item === undefined ? [] : [[name, item]]));
