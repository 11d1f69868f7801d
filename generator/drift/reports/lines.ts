import { at } from "../../spec/grammar.ts";
import { isArray, isObject, type Json, parseObject } from "../../spec/json.ts";

/** Where things stand in a printed document. */
export interface Lines {
  /** The line of the first of these pointers that the document has; else that of the nearest thing around the first. */
  readonly of: (pointers: readonly string[]) => number;
}

/** Reads where everything stands in a text that `JSON.stringify(value, null, 2)` printed. The first line is 1. */
export function readLines(text: string): Lines {
  const lines = new Map<string, number>();
  place(parseObject(text), "#", 1, lines);
  return {
    of: (pointers) => {
      const found = pointers.find((pointer) => lines.has(pointer));
      return lines.get(found ?? nearest(pointers[0] ?? "#", lines)) ?? 1;
    },
  };
}

/** Notes a value's line and those of all it holds; gives the line after it. */
function place(value: Json, pointer: string, line: number, lines: Map<string, number>): number {
  lines.set(pointer, line);
  const entries = isArray(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : [];
  // What is empty stands on one line: `{}`.
  if (entries.length === 0) return line + 1;
  return entries.reduce((next, [key, child]) => place(child, at(pointer, key), next, lines), line + 1) + 1;
}

/** The way up from a pointer, to what is there. */
function nearest(pointer: string, lines: ReadonlyMap<string, number>): string {
  const parent = pointer.slice(0, Math.max(0, pointer.lastIndexOf("/")));
  return parent === "" || lines.has(parent) ? parent : nearest(parent, lines);
}
