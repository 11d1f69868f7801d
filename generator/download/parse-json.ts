import type { Json } from "../document/json.ts";
import { maxDepth } from "./download-limits.ts";
import {
  duplicateKey,
  lineAndColumn,
  notFinite,
  type ParseIssue,
  parseError,
  syntaxError,
  tooDeep,
} from "./parse-issue.ts";

/**
 * Parses JSON that means the same to every parser. `JSON.parse` keeps the last of two equal keys and turns `1e400` into
 * Infinity. Searching the text for both takes as long as parsing it, so quotes that precede a colon are counted first:
 * every key has one, so if there are as many as the document has keys, no key was lost. Only if there are more, because
 * a string contains such a pair, is the text searched.
 *
 * @param trusting Skips these checks, which take half as long as parsing, for documents that are only compared.
 */
export function parseJson(text: string, source: string, trusting: boolean): Json {
  const document = parseStandardJson(text, source);
  if (trusting) return document;
  const { keys, isValid } = surveyValues(document);
  const fault = isValid && keys === countKeyCandidates(text) ? undefined : findIssue(text);
  if (fault) throw parseError(fault, source, text);
  return document;
}

/** Counts the quotes that precede a colon, with or without whitespace between them. */
function countKeyCandidates(text: string): number {
  const pair = /"\s*:/g;
  let count = 0;
  while (pair.test(text)) count++;
  return count;
}

/** Finds the first issue in valid JSON text. */
export function findIssue(text: string): ParseIssue | undefined {
  /** The keys of each open object or array; an array has none. */
  const open: Set<string>[] = [];
  const colon = /\s*:/y;
  const number = /[-+.\deE]+/y;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === 0x22) {
      const end = closingQuote(text, at);
      colon.lastIndex = end + 1;
      if (colon.test(text)) {
        const key: string = JSON.parse(text.slice(at, end + 1));
        if (open.at(-1)?.has(key)) return duplicateKey(key, at);
        open.at(-1)?.add(key);
      }
      at = end;
    } else if (sign === 0x7b || sign === 0x5b) {
      if (open.length === maxDepth) return tooDeep(at);
      open.push(new Set());
    } else if (sign === 0x7d || sign === 0x5d) {
      open.pop();
    } else if (sign === 0x2d || (sign >= 0x30 && sign <= 0x39)) {
      number.lastIndex = at;
      number.test(text);
      const written = text.slice(at, number.lastIndex);
      if (!Number.isFinite(Number(written))) return notFinite(written, at);
      at += written.length - 1;
    }
  }
  return undefined;
}

/** Finds the end of a string: the next quote after an even number of backslashes. */
function closingQuote(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let slash = end - 1;
    while (text.charCodeAt(slash) === 0x5c) slash--;
    if ((end - slash) % 2 === 1) return end;
  }
}

/** Parses JSON. The messages of `JSON.parse` have several forms; the quoted text around the place is removed. */
function parseStandardJson(text: string, source: string): Json {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = String(error instanceof Error ? error.message : error).replace(
      /, (?:\.\.\.)?".*is not valid JSON$/s,
      "",
    );
    const position = /\s*(?:in JSON )?at position (\d+)/.exec(message);
    const what = position ? message.slice(0, position.index) : message;
    const offset = position ? Number(position[1]) : /end of JSON/.test(message) ? text.length : undefined;
    throw syntaxError(offset === undefined ? what : `${what} at ${lineAndColumn(text, offset)}`, source);
  }
}

/** Properties of all values of a document. */
export interface Survey {
  /** The number of keys of all objects. */
  readonly keys: number;
  /** The number of values: arrays, objects and others. */
  readonly values: number;
  /** Whether the nesting is within its limit and every number is finite. */
  readonly isValid: boolean;
}

/** Visits every value, up to a number of them. Every document is surveyed, so this is written to be fast. */
export function surveyValues(document: Json, maxValues = Number.POSITIVE_INFINITY): Survey {
  let keys = 0;
  let values = 0;
  let isValid = true;
  const visit = (value: Json, depth: number): void => {
    values++;
    if (typeof value === "number") isValid &&= Number.isFinite(value);
    if (typeof value !== "object" || value === null || values > maxValues) return;
    if (depth === maxDepth) {
      isValid = false;
    } else if (Array.isArray(value)) {
      for (const item of value) visit(item, depth + 1);
    } else {
      const children = Object.values(value);
      keys += children.length;
      for (const child of children) visit(child, depth + 1);
    }
  };
  visit(document, 0);
  return { keys, values, isValid };
}
