import { type ErrorCode, GeneratorError } from "../util/errors.ts";
import { maxDepth } from "./download-limits.ts";

/** A problem with a document that a parser would accept. */
export interface ParseIssue {
  readonly code: ErrorCode;
  readonly what: string;
  readonly offset: number;
  readonly remedy: string;
}

export const duplicateKey = (key: string, offset: number): ParseIssue => ({
  code: "SOURCE_DUPLICATE_KEY",
  what: `the key ${quoted(key)} is duplicated`,
  offset,
  remedy: "Remove one of them: parsers differ in which one they use",
});

export const notFinite = (text: string, offset: number): ParseIssue => ({
  code: "SOURCE_NUMBER",
  what: `${quoted(text)} is not a number that JSON can represent`,
  offset,
  remedy: "Correct the document",
});

export const tooDeep = (offset: number): ParseIssue => ({
  code: "SOURCE_TOO_DEEP",
  what: `the document is nested more than ${maxDepth} levels deep`,
  offset,
  remedy: "No API document needs that many: check the source",
});

/** Converts an issue to an error with its line and column. */
export function parseError({ code, what, offset, remedy }: ParseIssue, source: string, text: string): GeneratorError {
  return new GeneratorError(code, source, `${what}, at ${lineAndColumn(text, offset)}`, remedy);
}

/** Returns the line and column of an offset, counted from 1. */
export function lineAndColumn(text: string, offset: number): string {
  const before = text.slice(0, offset).split("\n");
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

/** Quotes a part of the document, shortened. */
const quoted = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text);

export const syntaxError = (message: string, source: string): GeneratorError =>
  new GeneratorError(
    "SOURCE_SYNTAX",
    source,
    `the document does not parse: ${message}`,
    "Check that the document is complete",
  );
