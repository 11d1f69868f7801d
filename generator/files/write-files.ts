import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Clock } from "../util/clock.ts";
import { type Disk, disk as node } from "./disk.ts";
import { withLock } from "./file-lock.ts";
import { journalName } from "./journal.ts";
import { type ExpectedFiles, inspectPath, planChanges, rejectForeignFiles } from "./plan-changes.ts";
import { finishInterruptedRun, listLeftovers } from "./recover.ts";
import { replaceFiles } from "./transaction.ts";

export { diskIn } from "./disk.ts";
export { writeReport } from "./write-atomic.ts";
export type { ExpectedFiles };

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
export function lastModifiedMs(folder: string): number | undefined {
  if (!existsSync(folder)) return undefined;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Math.max(...files.map(({ parentPath, name }) => statSync(join(parentPath, name)).mtimeMs));
}

/** Where a run writes. */
export interface WriteTarget {
  readonly root: string;
  /** Whether a path below the root may be a file of ours at all. */
  readonly isOwnFile: (path: string) => boolean;
  readonly notice: (text: string) => void;
  /** How long to wait for another run, in milliseconds. */
  readonly maxWaitMs?: number;
  readonly disk?: Disk;
  /** Defaults to that of this machine. */
  readonly clock?: Clock;
}

/** Which files are not on disk as they are wanted. */
export const listStaleFiles = ({ root, disk = node }: WriteTarget, wanted: ExpectedFiles): string[] =>
  planChanges(disk, root, wanted).map(({ path }) => path);

/**
 * Makes the disk as it is wanted, all of it or nothing, and says which files changed. What is wanted is asked for
 * again once it is this run's turn: another one may have written meanwhile.
 */
export async function writeFiles(place: WriteTarget, wanted: () => ExpectedFiles): Promise<string[]> {
  const { root, disk = node } = place;
  if (planChanges(disk, root, wanted()).length === 0) return [];
  return withTargetLock(place, () => {
    // Only now: before its turn, a run may see another one half-way, and take its files for a stranger's.
    const now = wanted();
    const changed = planChanges(disk, root, now);
    rejectForeignFiles(root, now, changed);
    if (changed.length > 0) replaceFiles(disk, root, changed);
    return changed.map(({ path }) => path);
  });
}

/**
 * Before a run reads what is on disk: a run that was interrupted here is taken back, and what it has left lying about
 * is taken away. What is to be read has to be plain files.
 */
export async function recoverInterruptedRun(place: WriteTarget, inputs: readonly string[]): Promise<void> {
  const { root, disk = node } = place;
  if (listLeftovers(disk, root).length > 0) await withTargetLock(place, () => {});
  for (const path of inputs) inspectPath(disk, root, path);
}

/** The same for a run that only looks: the files which say that a run was interrupted here, or is still at work. */
export function findInterruptedRun({ root, disk = node }: WriteTarget, inputs: readonly string[]): string[] {
  for (const path of inputs) inspectPath(disk, root, path);
  return listLeftovers(disk, root).filter((name) => name === journalName);
}

/** Does something while no other run writes here, once everything is in order. */
const withTargetLock = <Result>(place: WriteTarget, work: () => Result): Promise<Result> => {
  const { root, isOwnFile, notice, maxWaitMs = 10_000, disk = node, clock } = place;
  return withLock(disk, root, { maxWaitMs, notice, clock }, () => {
    if (finishInterruptedRun(disk, root, isOwnFile))
      notice("An earlier run was interrupted here. Its files are as they were before it.");
    return work();
  });
};
