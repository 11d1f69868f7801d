import { escapeInvisible } from "../util/invisible-characters.ts";

/** A tag at the end of a doc comment. Tags in the document's text are escaped. */
export interface Tag {
  readonly name: "deprecated" | "see" | "throws";
  readonly text?: string;
}

type Paragraph = string | undefined | false;

const maxLineWidth = 110;

/** Prints paragraphs as a doc comment, on one line if it fits. Empty paragraphs are omitted. */
export function docComment(paragraphs: readonly Paragraph[], tags: readonly Tag[] = []): string {
  const blocks = paragraphs.flatMap((paragraph) => (paragraph ? [toLines(paragraph)] : []));
  const tagLines = tags.flatMap(({ name, text = "" }) => {
    const [first = "", ...rest] = toLines(text);
    return [`@${name} ${first}`.trim(), ...rest];
  });
  const all = tagLines.length > 0 ? [...blocks, tagLines] : blocks;
  const lines = all.flatMap((each, index) => (index === 0 ? each : ["", ...each]));
  if (lines.length === 0) return "";
  if (lines.length === 1) return `/** ${lines[0]} */\n`;
  return ["/**", ...lines.map((line) => ` * ${line}`.trimEnd()), " */", ""].join("\n");
}

/** Splits prose into lines that cannot end the comment, start a tag, or hide anything. */
const toLines = (text: string): string[] =>
  escapeInvisible(text.replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, "\n").trim(), "\n\t")
    .replaceAll("*/", "*\\/")
    .split("\n")
    .flatMap(wrap)
    .map((line) => line.replace(/^(\s*)@/, "$1\\@"));

/** Breaks a long line between words. Tables and indented code stay as they are. */
function wrap(line: string): string[] {
  if (/^(\s|\|)/.test(line)) return [line];
  const lines = [""];
  for (const word of line.split(" ")) {
    const last = lines.at(-1) ?? "";
    if (last !== "" && last.length + 1 + word.length > maxLineWidth) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines;
}
