import type { Level } from "../findings/change.ts";

/** A part of a comment: rows under a heading, folded away where they matter less. */
export interface Section {
  readonly heading: string;
  /** What its rows are called where they are left out: "docs", "ignored". */
  readonly name: Level | "ignored" | "notice";
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly folded: boolean;
}

/** GitHub takes 65,536 characters. Bytes are never fewer than characters, however those are counted. */
export const maxCommentBytes = 60_000;

const bytes = (text: string): number => Buffer.byteLength(text);

/** A row that takes more than this would push out too many others. */
const maxRowBytes = maxCommentBytes / 4;

/** The rows that fit, the first sections first, and how many of which section do not. Rows are kept whole or not at all. */
export function fitRows(sections: readonly Section[], budget: number): { kept: Section[]; left: [string, number][] } {
  let used = sections.reduce((sum, section) => sum + bytes(printSection({ ...section, rows: [] })), 0);
  let full = false;
  const kept = sections.map((section) => ({
    ...section,
    rows: section.rows.filter((row) => {
      const size = bytes(line(row));
      if (size > maxRowBytes) return false;
      full ||= used + size > budget;
      if (!full) used += size;
      return !full;
    }),
  }));
  const left = sections.map((section, index): [string, number] => [
    section.name,
    section.rows.length - (kept[index]?.rows.length ?? 0),
  ]);
  return { kept: kept.filter(({ rows }) => rows.length > 0), left: left.filter(([, number]) => number > 0) };
}

/** A section as Markdown. Tables need empty lines around them, inside of `<details>` too. */
export function printSection({ heading, columns, rows, folded }: Section): string {
  const table = `${line(columns)}${line(columns.map(() => "---"))}${rows.map(line).join("")}`;
  return folded
    ? `\n<details>\n<summary>${heading}</summary>\n\n${table}\n</details>\n`
    : `\n### ${heading}\n\n${table}`;
}

const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;
