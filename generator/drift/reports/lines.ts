import { at } from "../../spec/grammar.ts";
import { isArray, isObject, type Json, parseObject, sorted } from "../../spec/json.ts";
import { decodeName } from "../../spec/references.ts";

/** Where things stand in a printed document. */
export interface Lines {
  /** What the document has at a pointer. */
  readonly value: (pointer: string) => Json | undefined;
  /**
   * The line of a pointer. For what is not there, the line that it would push down: where it is gone from, the change
   * shows the lines around it.
   */
  readonly of: (pointer: string) => number;
}

/** A value, with its first line and its last. */
interface Block {
  readonly value: Json;
  readonly line: number;
  readonly end: number;
}

/** Reads where everything stands in a text that `JSON.stringify(value, null, 2)` printed. The first line is 1. */
export function readLines(text: string): Lines {
  const blocks = new Map<string, Block>();
  place(parseObject(text), "#", 1, blocks);
  return { value: (pointer) => blocks.get(pointer)?.value, of: (pointer) => lineOf(pointer, blocks) };
}

/** Notes the lines of a value and of all it holds; gives the line after it. */
function place(value: Json, pointer: string, line: number, blocks: Map<string, Block>): number {
  const entries = isArray(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : [];
  // What is empty stands on one line: `{}`.
  const end =
    entries.length === 0
      ? line
      : entries.reduce((next, [key, child]) => place(child, at(pointer, key), next, blocks), line + 1);
  blocks.set(pointer, { value, line, end });
  return end + 1;
}

function lineOf(pointer: string, blocks: ReadonlyMap<string, Block>): number {
  const found = blocks.get(pointer);
  if (found) return found.line;
  const cut = pointer.lastIndexOf("/");
  if (cut < 0) return 1;
  const [parent, key] = [pointer.slice(0, cut), decodeName(pointer.slice(cut + 1))];
  const around = blocks.get(parent);
  if (!around) return lineOf(parent, blocks);
  if (!isObject(around.value)) return around.line;
  // Keys are in one order everywhere, so that what is not there has a place, too.
  const keys = Object.keys(Object(sorted({ ...around.value, [key]: null })));
  const next = keys[keys.indexOf(key) + 1];
  return next === undefined ? around.end : (blocks.get(at(parent, next))?.line ?? around.line);
}
