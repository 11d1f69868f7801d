import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { changes, refuseForeign, type Wanted } from "./write/changes.ts";
import { type Disk, disk as node } from "./write/disk.ts";
import { journalName } from "./write/journal.ts";
import { look } from "./write/look.ts";
import { replace } from "./write/replace.ts";
import { leftovers, tidy } from "./write/tidy.ts";
import { type Clock, inTurn } from "./write/turn.ts";

export { diskIn } from "./write/disk.ts";
export { asLeft, keepLast } from "./write/last.ts";
export { writeReport } from "./write/report.ts";
export type { Wanted };

/** The text of a file, or nothing where there is none. */
export function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** The texts of the TypeScript files in a folder, by name, in code-point order. What else lies there is nothing of ours. */
export function readFolder(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith(".ts"))
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
}

/** When a file in or below a folder was last written, in milliseconds since 1970. Nothing where there is none. */
export function changedAt(folder: string): number | undefined {
  if (!existsSync(folder)) return undefined;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Math.max(...files.map(({ parentPath, name }) => statSync(join(parentPath, name)).mtimeMs));
}

/** Where a run writes. */
export interface Place {
  readonly root: string;
  /** Whether a path below the root may be a file of ours at all. */
  readonly owns: (path: string) => boolean;
  readonly notice: (text: string) => void;
  /** How long to wait for another run, in milliseconds. */
  readonly patience?: number;
  readonly disk?: Disk;
  /** The time that a wait goes by. Defaults to that of the process. */
  readonly clock?: Clock;
}

/** Which files are not on disk as they are wanted. */
export const stale = ({ root, disk = node }: Place, wanted: Wanted): string[] =>
  changes(disk, root, wanted).map(({ path }) => path);

/**
 * Makes the disk as it is wanted, all of it or nothing, and says which files changed. What is wanted is asked for
 * again once it is this run's turn: another one may have written meanwhile.
 */
export async function write(place: Place, wanted: () => Wanted): Promise<string[]> {
  const { root, disk = node } = place;
  if (changes(disk, root, wanted()).length === 0) return [];
  return turn(place, () => {
    // Only now: before its turn, a run may see another one half-way, and take its files for a stranger's.
    const now = wanted();
    const changed = changes(disk, root, now);
    refuseForeign(root, now, changed);
    if (changed.length > 0) replace(disk, root, changed);
    return changed.map(({ path }) => path);
  });
}

/**
 * Before a run reads what is on disk: a run that was interrupted here is taken back, and what it has left lying about
 * is taken away. What is to be read has to be plain files.
 */
export async function recover(place: Place, inputs: readonly string[]): Promise<void> {
  const { root, disk = node } = place;
  if (leftovers(disk, root).length > 0) await turn(place, () => {});
  for (const path of inputs) look(disk, root, path);
}

/** The same for a run that only looks: the files which say that a run was interrupted here, or is still at work. */
export function unfinished({ root, disk = node }: Place, inputs: readonly string[]): string[] {
  for (const path of inputs) look(disk, root, path);
  return leftovers(disk, root).filter((name) => name === journalName);
}

/** Does something while no other run writes here, once everything is in order. */
const turn = <Result>(place: Place, work: () => Result): Promise<Result> => {
  const { root, owns, notice, patience = 10_000, disk = node, clock } = place;
  return inTurn(disk, root, { patience, notice, clock }, () => {
    if (tidy(disk, root, owns)) notice("An earlier run was interrupted here. Its files are as they were before it.");
    return work();
  });
};
