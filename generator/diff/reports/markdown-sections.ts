import type { Level } from "../findings/change.ts";

/** A section of a comment: a table under a heading. */
export interface Section {
  readonly heading: string;
  /** The name of its rows in the note about omitted ones: "docs", "ignored". */
  readonly name: Level | "ignored" | "notice";
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Whether the section is collapsed. */
  readonly folded: boolean;
}

/** GitHub accepts 65,536 characters. A text never has more characters than UTF-8 bytes, however they are counted. */
export const maxCommentBytes = 60_000;

/** The size above which a single row is omitted, so that it does not displace many others. */
const maxRowBytes = maxCommentBytes / 4;

/** The sections with the rows that fit, and the number of omitted rows by section. */
interface FittedSections {
  readonly kept: readonly Section[];
  readonly omitted: readonly (readonly [name: string, count: number])[];
}

/** Selects the rows that fit into a comment, first sections first. No row is truncated. */
export function fitRows(sections: readonly Section[], maxBytes: number): FittedSections {
  let usedBytes = sections.reduce((sum, section) => sum + byteLength(printSection({ ...section, rows: [] })), 0);
  let isFull = false;
  const fits = (row: readonly string[]): boolean => {
    const size = byteLength(printRow(row));
    if (size > maxRowBytes) return false;
    isFull ||= usedBytes + size > maxBytes;
    if (!isFull) usedBytes += size;
    return !isFull;
  };
  const fitted = sections.map((section) => ({ section, rows: section.rows.filter(fits) }));
  return {
    kept: fitted.filter(({ rows }) => rows.length > 0).map(({ section, rows }) => ({ ...section, rows })),
    omitted: fitted
      .map(({ section, rows }) => [section.name, section.rows.length - rows.length] as const)
      .filter(([, count]) => count > 0),
  };
}

const byteLength = (text: string): number => Buffer.byteLength(text);

/** Prints a section as Markdown. Tables need empty lines around them, also inside `<details>`. */
export function printSection({ heading, columns, rows, folded }: Section): string {
  const table = [columns, columns.map(() => "---"), ...rows].map(printRow).join("");
  return folded
    ? `\n<details>\n<summary>${heading}</summary>\n\n${table}\n</details>\n`
    : `\n### ${heading}\n\n${table}`;
}

const printRow = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;
