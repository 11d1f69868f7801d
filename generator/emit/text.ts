import { codeSpan, tableCell } from "../markdown.ts";
import { isIdentifier } from "../model/names.ts";
import { visible } from "../visible.ts";

/**
 * The only place where text of the document becomes TypeScript. Emitters put names, values and prose into their files
 * through these functions and in no other way.
 */

/** A value as a literal. JSON is JavaScript but for characters that editors and reviewers cannot see. */
export const literal = (value: string | number | boolean): string => visible(JSON.stringify(value));

/** A name as a property key: bare where it may be, numbers too. `__proto__` has to be computed, or it would set the prototype. */
export function key(name: string): string {
  if (name === "__proto__") return `[${literal(name)}]`;
  return isIdentifier(name) || /^(0|[1-9]\d{0,8})$/.test(name) ? name : literal(name);
}

/** Values as an array literal. */
export const list = (values: readonly (string | number | boolean)[]): string => `[${values.map(literal).join(", ")}]`;

/** A call with a line for each argument: for those that are too long for one. */
export const broken = (name: string, given: readonly string[]): string =>
  `${name}(\n${given.map((each) => `${each},`.replace(/^/gm, "  ")).join("\n")}\n)`;

const docWidth = 110;

/** A tag of our own at the end of a doc comment. Tags that stand in the document's text are text. */
export interface Tag {
  readonly name: "deprecated" | "see" | "throws";
  readonly text?: string;
}

type Paragraph = string | undefined | false;

/** Paragraphs as a doc comment, each wrapped to a readable width; empty ones are left out. On one line where it fits. */
export function docComment(paragraphs: readonly Paragraph[], tags: readonly Tag[] = []): string {
  const blocks = paragraphs.flatMap((paragraph) => (paragraph ? [block(paragraph)] : []));
  const tagLines = tags.flatMap(({ name, text = "" }) => {
    const [first = "", ...rest] = block(text);
    return [`@${name} ${first}`.trim(), ...rest];
  });
  const all = tagLines.length > 0 ? [...blocks, tagLines] : blocks;
  const lines = all.flatMap((each, index) => (index === 0 ? each : ["", ...each]));
  if (lines.length === 0) return "";
  if (lines.length === 1) return `/** ${lines[0]} */\n`;
  return ["/**", ...lines.map((line) => ` * ${line}`.trimEnd()), " */", ""].join("\n");
}

/** Prose as lines that cannot end the comment they stand in, start a tag of their own, or hide anything. */
const block = (text: string): string[] =>
  visible(text.replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, "\n").trim(), "\n\t")
    .replaceAll("*/", "*\\/")
    .split("\n")
    .flatMap(wrap)
    .map((line) => line.replace(/^(\s*)@/, "$1\\@"));

/** Breaks a long line between words. Tables and indented code are left as they are. */
function wrap(line: string): string[] {
  if (/^(\s|\|)/.test(line)) return [line];
  const lines = [""];
  for (const word of line.split(" ")) {
    const last = lines.at(-1) ?? "";
    if (last !== "" && last.length + 1 + word.length > docWidth) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines;
}

/** Text in a cell of a Markdown table: on one line, and with nothing that Markdown or HTML would take for its own. */
export function cell(text: string, form?: "code"): string {
  const line = visible(text.replace(/\s+/g, " ").trim());
  if (form === "code") return tableCell(codeSpan(line));
  return line.replace(/[\\`*_{}[\]<>()#+!|~@&]/g, (char) => `&#${char.charCodeAt(0)};`);
}
