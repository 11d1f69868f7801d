import type { Fact } from "../model.ts";
import { key, literal } from "./text.ts";

/** How wide a line of facts may be. */
const usual = 90;

/** Facts as a literal: on one line where they fit behind what stands before them, else with a line for each entry. */
export function facts(value: Fact, before = "", width = usual): string {
  const line = inline(value);
  if (before.length + line.length <= width || typeof value !== "object") return line;
  const [open, close] = isList(value) ? "[]" : "{}";
  const lines = isList(value)
    ? value.map((item) => facts(item))
    : entries(value).map(([name, item]) => `${key(name)}: ${facts(item, `${key(name)}: `)}`);
  return [open, ...lines.flatMap((each) => `${each},`.split("\n")).map((each) => `  ${each}`), close].join("\n");
}

function inline(value: Fact): string {
  if (typeof value !== "object") return literal(value);
  if (isList(value)) return `[${value.map(inline).join(", ")}]`;
  const all = entries(value).map(([name, item]) => `${key(name)}: ${inline(item)}`);
  return all.length === 0 ? "{}" : `{ ${all.join(", ")} }`;
}

const isList = (value: Fact): value is readonly Fact[] => Array.isArray(value);

const entries = (value: { readonly [name: string]: Fact | undefined }): [string, Fact][] =>
  Object.entries(value).flatMap(([name, item]) => (item === undefined ? [] : [[name, item]]));
