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
 * JSON that says the same to every parser. `JSON.parse` takes the last of two equal keys, and `1e400` for Infinity;
 * to look for both in the text takes as long as to parse it. So the quotes with a colon after them are counted: every
 * key has one, so when there are no more of them than the document has keys, no key got lost. Only when there are
 * more, as where a text has such a pair in it, the text is looked through.
 *
 * @param trusting leaves that out, for those who only compare: it takes half as long again as parsing.
 */
export function parseJson(text: string, source: string, trusting: boolean): Json {
  const document = parseStandardJson(text, source);
  if (trusting) return document;
  const { keys, isValid } = surveyValues(document);
  const fault = isValid && keys === countKeyCandidates(text) ? undefined : findIssue(text);
  if (fault) throw parseError(fault, source, text);
  return document;
}

/** How often a quote and a colon come together, with or without space between them. */
function countKeyCandidates(text: string): number {
  const pair = /"\s*:/g;
  let count = 0;
  while (pair.test(text)) count++;
  return count;
}

/** The first fault in a text that is JSON. */
export function findIssue(text: string): ParseIssue | undefined {
  /** The keys of each object or list that is open; a list has none. */
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

/** Where the string ends that starts here: at the next quote before which the backslashes pair off. */
function closingQuote(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let slash = end - 1;
    while (text.charCodeAt(slash) === 0x5c) slash--;
    if ((end - slash) % 2 === 1) return end;
  }
}

/** What `JSON.parse` gives. It says in several ways where it stopped; the text around that place is left out. */
function parseStandardJson(text: string, source: string): Json {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = String(Object(error).message).replace(/, (?:\.\.\.)?".*is not valid JSON$/s, "");
    const position = /\s*(?:in JSON )?at position (\d+)/.exec(message);
    const what = position ? message.slice(0, position.index) : message;
    const offset = position ? Number(position[1]) : /end of JSON/.test(message) ? text.length : undefined;
    throw syntaxError(offset === undefined ? what : `${what} at ${lineAndColumn(text, offset)}`, source);
  }
}

/** What a look at every value of a document shows. */
export interface Survey {
  /** The keys of all its objects. */
  readonly keys: number;
  /** Its lists, objects and other values. */
  readonly values: number;
  /** Whether it is not too deep, and every number is one. */
  readonly isValid: boolean;
}

/** Looks at every value, up to a number of them. It is called for every document, so it is written to be fast. */
export function surveyValues(document: Json, most = Number.POSITIVE_INFINITY): Survey {
  let keys = 0;
  let values = 0;
  let isValid = true;
  const look = (value: Json, depth: number): void => {
    values++;
    if (typeof value === "number") isValid &&= Number.isFinite(value);
    if (typeof value !== "object" || value === null || values > most) return;
    if (depth === maxDepth) {
      isValid = false;
    } else if (Array.isArray(value)) {
      for (const item of value) look(item, depth + 1);
    } else {
      const children = Object.values(value);
      keys += children.length;
      for (const child of children) look(child, depth + 1);
    }
  };
  look(document, 0);
  return { keys, values, isValid };
}
