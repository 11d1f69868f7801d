import { asArray, asObject, isArray, isObject, type Json, parseObject, sortKeys } from "../../document/json.ts";
import { decodePointerToken, jsonPointer } from "../../document/json-pointer.ts";
import { labelKeywords } from "../../document/normalize/strip.ts";
import type { Located } from "../findings/change.ts";

/** The lines of a printed document. */
export interface SnapshotLines {
  /** Returns the value at a JSON pointer. */
  readonly valueAt: (pointer: string) => Json | undefined;
  /**
   * Returns the line of a JSON pointer, starting at 1. For a removed value this is the line that follows its place,
   * which the diff of the change shows.
   */
  readonly lineOf: (pointer: string) => number;
}

/** A value with its first and last line. */
interface Block {
  readonly value: Json;
  readonly line: number;
  readonly end: number;
}

/** Locates all values in a text that `JSON.stringify(value, null, 2)` printed. */
export function readSnapshotLines(text: string): SnapshotLines {
  const blocks = new Map<string, Block>();
  addBlocks(parseObject(text), "#", 1, blocks);
  return { valueAt: (pointer) => blocks.get(pointer)?.value, lineOf: (pointer) => findLine(pointer, blocks) };
}

/** Adds the blocks of a value and of everything in it. Returns the line after the value. */
function addBlocks(value: Json, pointer: string, line: number, blocks: Map<string, Block>): number {
  // An empty object or array is printed on one line.
  let end = line;
  const entries = entriesOf(value);
  if (entries.length > 0) {
    end = line + 1;
    for (const [key, child] of entries) end = addBlocks(child, jsonPointer(pointer, key), end, blocks);
  }
  blocks.set(pointer, { value, line, end });
  return end + 1;
}

function entriesOf(value: Json): readonly (readonly [string | number, Json])[] {
  if (isArray(value)) return [...value.entries()];
  return isObject(value) ? Object.entries(value) : [];
}

function findLine(pointer: string, blocks: ReadonlyMap<string, Block>): number {
  const block = blocks.get(pointer);
  if (block) return block.line;
  const slash = pointer.lastIndexOf("/");
  if (slash < 0) return 1;
  const [parentPointer, key] = [pointer.slice(0, slash), decodePointerToken(pointer.slice(slash + 1))];
  const parent = blocks.get(parentPointer);
  if (!parent) return findLine(parentPointer, blocks);
  if (!isObject(parent.value)) return parent.line;
  // Keys are sorted, so a removed one has a place among the others.
  const keys = Object.keys(asObject(sortKeys({ ...parent.value, [key]: null })));
  const nextKey = keys[keys.indexOf(key) + 1];
  return nextKey === undefined ? parent.end : (blocks.get(jsonPointer(parentPointer, nextKey))?.line ?? parent.line);
}

/** Returns the lines to annotate for a change. GitHub hides annotations of lines that a pull request does not change. */
export const linesOfChange = (change: Located, lines: SnapshotLines): number[] => [
  ...new Set(change.pointers.map((pointer) => lines.lineOf(annotatedPointer(change, pointer, lines)))),
];

/** Returns the pointer of the keyword that changed. */
function annotatedPointer({ kind, keyword, value }: Located, pointer: string, lines: SnapshotLines): string {
  if (keyword === undefined) return pointer;
  if (keyword === "enum") return enumPointer(pointer, value, lines);
  if (keyword === "enumLabels") return labelPointer(pointer, value, lines);
  if (keyword === "required" && propertyPointer.test(pointer)) return requiredPointer(pointer, lines);
  const keywordPointer = jsonPointer(pointer, keyword);
  const isRemoved = /-(?:removed|optional)$/.test(kind);
  return isRemoved || lines.valueAt(keywordPointer) !== undefined ? keywordPointer : pointer;
}

function enumPointer(pointer: string, value: Located["value"], lines: SnapshotLines): string {
  const values = lines.valueAt(jsonPointer(pointer, "enum"));
  if (!isArray(values)) return pointer;
  const index = value === undefined ? -1 : values.indexOf(value);
  return index < 0 ? jsonPointer(pointer, "enum") : jsonPointer(pointer, "enum", index);
}

function labelPointer(pointer: string, value: Located["value"], lines: SnapshotLines): string {
  const labels = labelKeywords
    .map((keyword) => jsonPointer(pointer, keyword))
    .find((labelMap) => isObject(lines.valueAt(labelMap)));
  return labels === undefined || value === undefined ? pointer : jsonPointer(labels, String(value));
}

const propertyPointer = /^(.*)\/properties\/([^/]*)$/;

/** The `required` keyword of a property belongs to its object. */
function requiredPointer(pointer: string, lines: SnapshotLines): string {
  const [, owner = "", name = ""] = propertyPointer.exec(pointer) ?? [];
  const required = jsonPointer(owner, "required");
  const index = asArray(lines.valueAt(required)).indexOf(decodePointerToken(name));
  return index < 0 ? required : jsonPointer(required, index);
}
