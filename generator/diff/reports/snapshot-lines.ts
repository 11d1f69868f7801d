import { asArray, isArray, isObject, type Json, parseObject, sortKeys } from "../../document/json.ts";
import { decodePointerToken, jsonPointer } from "../../document/json-pointer.ts";
import { labelKeywords } from "../../document/normalize/strip.ts";
import type { Located } from "../findings/change.ts";

/** Where things stand in a printed document. */
export interface SnapshotLines {
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
export function readSnapshotLines(text: string): SnapshotLines {
  const blocks = new Map<string, Block>();
  collectBlocks(parseObject(text), "#", 1, blocks);
  return { value: (pointer) => blocks.get(pointer)?.value, of: (pointer) => lineOf(pointer, blocks) };
}

/** Notes the lines of a value and of all it holds; gives the line after it. */
function collectBlocks(value: Json, pointer: string, line: number, blocks: Map<string, Block>): number {
  const entries = isArray(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : [];
  // What is empty stands on one line: `{}`.
  const end =
    entries.length === 0
      ? line
      : entries.reduce((next, [key, child]) => collectBlocks(child, jsonPointer(pointer, key), next, blocks), line + 1);
  blocks.set(pointer, { value, line, end });
  return end + 1;
}

function lineOf(pointer: string, blocks: ReadonlyMap<string, Block>): number {
  const found = blocks.get(pointer);
  if (found) return found.line;
  const cut = pointer.lastIndexOf("/");
  if (cut < 0) return 1;
  const [parent, key] = [pointer.slice(0, cut), decodePointerToken(pointer.slice(cut + 1))];
  const around = blocks.get(parent);
  if (!around) return lineOf(parent, blocks);
  if (!isObject(around.value)) return around.line;
  // Keys are in one order everywhere, so that what is not there has a place, too.
  const keys = Object.keys(Object(sortKeys({ ...around.value, [key]: null })));
  const next = keys[keys.indexOf(key) + 1];
  return next === undefined ? around.end : (blocks.get(jsonPointer(parent, next))?.line ?? around.line);
}

const same = [
  "format pattern minimum maximum minLength maxLength minItems maxItems uniqueItems multipleOf default description",
  "additionalProperties deprecated const summary",
].flatMap((line) => line.split(" "));

/** Which keyword of what a change points to is another, by the kind of change without its ending. */
const keywords: Readonly<Record<string, string>> = {
  ...Object.fromEntries(same.map((name) => [name, name])),
  type: "type",
  "became-nullable": "type",
  "became-non-nullable": "type",
  "read-only": "readOnly",
  security: "security",
  scope: "description",
  "operation-id": "operationId",
  "param-style": "style",
  "param-became-required": "required",
  "param-became-optional": "required",
  "body-became-required": "required",
  "body-became-optional": "required",
  "media-type": "content",
};

/** The lines that a change is on: GitHub shows an annotation beside a line that differs, and hides it elsewhere. */
export const linesOfChange = (change: Located, lines: SnapshotLines): number[] => [
  ...new Set(change.pointers.map((pointer) => lines.of(keywordPointer(change, pointer, lines)))),
];

function keywordPointer({ kind, value }: Located, pointer: string, lines: SnapshotLines): string {
  if (kind.startsWith("enum-value-")) {
    const list = lines.value(jsonPointer(pointer, "enum"));
    if (!isArray(list)) return pointer;
    const index = list.indexOf(value ?? "");
    return index < 0 ? jsonPointer(pointer, "enum") : jsonPointer(pointer, "enum", index);
  }
  if (kind.startsWith("enum-")) {
    const labels = labelKeywords.map((name) => jsonPointer(pointer, name)).find((each) => isObject(lines.value(each)));
    return labels === undefined || value === undefined ? pointer : jsonPointer(labels, String(value));
  }
  if (kind.startsWith("property-became-")) return requiredPointer(pointer, lines);
  const keyword = keywords[kind.replace(/-(?:added|removed|changed)$/, "")];
  if (keyword === undefined) return pointer;
  const exact = jsonPointer(pointer, keyword);
  return /-(?:removed|optional)$/.test(kind) || lines.value(exact) !== undefined ? exact : pointer;
}

/** Whether a property is required is said beside its siblings. */
function requiredPointer(pointer: string, lines: SnapshotLines): string {
  const [, owner = "", name = ""] = /^(.*)\/properties\/([^/]*)$/.exec(pointer) ?? [];
  const required = jsonPointer(owner, "required");
  const index = asArray(lines.value(required)).indexOf(decodePointerToken(name));
  return index < 0 ? required : jsonPointer(required, index);
}
