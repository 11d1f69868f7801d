import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Where dated copies of the document are, or why there are none to look at. */
export interface SpecHistory {
  readonly folder: string;
  /** The paths of the copies, the oldest first. */
  readonly copies: readonly string[];
}

/** Reads a value of `SPEC_HISTORY_DIR`. Returns a sentence about it where it names no folder of dated copies. */
export function readSpecHistory(folder: string | undefined): SpecHistory | string {
  if (folder === undefined) return "SPEC_HISTORY_DIR is not set";
  const named = `SPEC_HISTORY_DIR=${JSON.stringify(folder)}`;
  if (folder.trim() === "") return `${named} is empty`;
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (!stat) return `${named} does not exist`;
  if (!stat.isDirectory()) return `${named} is not a folder`;
  const names = readdirSync(folder).filter((name) => /^\d{4}-\d{2}-\d{2}\.json\.gz$/.test(name));
  if (names.length === 0) return `${named} has no dated copies`;
  if (!statSync(join(folder, "expected-drift.json"), { throwIfNoEntry: false }))
    return `${named} has no expected-drift.json`;
  return { folder, copies: names.sort().map((name) => join(folder, name)) };
}

const read = readSpecHistory(process.env.SPEC_HISTORY_DIR);

/**
 * The folder of dated copies of the document (`2026-08-21.json.gz`), with `expected-drift.json` beside them; undefined
 * where there is none.
 */
export const specHistory: SpecHistory | undefined = typeof read === "string" ? undefined : read;

/** The newest copy, alone in a list; an empty list where there is none. */
export const newestCopy: readonly string[] = specHistory?.copies.slice(-1) ?? [];

/** What is skipped without a history, and why, in a line; undefined where there is one. */
export const skipNotice = (skipped: string): string | undefined =>
  typeof read === "string"
    ? `${read}: ${skipped} skipped. Set it to a folder of dated copies of the document.`
    : undefined;
