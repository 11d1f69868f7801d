import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Clock } from "../util/clock.ts";
import { type Disk, disk as systemDisk } from "./disk.ts";
import { withLock } from "./file-lock.ts";
import { journalName } from "./journal.ts";
import { type ExpectedFiles, inspectPath, planChanges, rejectForeignFiles } from "./plan-changes.ts";
import { finishInterruptedRun, listLeftovers } from "./recover.ts";
import { replaceFiles } from "./transaction.ts";

export { diskIn } from "./disk.ts";
export { writeReport } from "./write-atomic.ts";
export type { ExpectedFiles };

/** Reads a text file. Returns `undefined` if it cannot be read. */
export function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** Reads the TypeScript files in a folder, by name in code-point order. */
export function readFolder(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith(".ts"))
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
}

/** Returns the last modification below a folder, in milliseconds since 1970, or `undefined` if there is no folder. */
export function lastModifiedMs(folder: string): number | undefined {
  if (!existsSync(folder)) return undefined;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Math.max(...files.map(({ parentPath, name }) => statSync(join(parentPath, name)).mtimeMs));
}

/** The folder that a run writes to. */
export interface WriteTarget {
  readonly root: string;
  /** Whether a run may write to a path below the root. */
  readonly isOwnFile: (path: string) => boolean;
  readonly notice: (text: string) => void;
  /** The longest wait for another run. Defaults to 10,000. */
  readonly maxWaitMs?: number;
  readonly disk?: Disk;
  /** Defaults to that of this machine. */
  readonly clock?: Clock;
}

/** Lists the files that differ from what is expected. */
export const listStaleFiles = ({ root, disk = systemDisk }: WriteTarget, expected: ExpectedFiles): string[] =>
  planChanges(disk, root, expected).map(({ path }) => path);

/**
 * Writes the expected files, all or none of them, and returns those that changed. The expected files are computed again
 * once this run holds the lock, because another one may have written in the meantime.
 */
export async function writeFiles(target: WriteTarget, expected: () => ExpectedFiles): Promise<string[]> {
  const { root, disk = systemDisk } = target;
  if (planChanges(disk, root, expected()).length === 0) return [];
  return withTargetLock(target, () => {
    // Without the lock, a run may see the files of another one that is not finished.
    const now = expected();
    const changed = planChanges(disk, root, now);
    rejectForeignFiles(root, now, changed);
    if (changed.length > 0) replaceFiles(disk, root, changed);
    return changed.map(({ path }) => path);
  });
}

/**
 * Undoes a run that was interrupted here, before another one reads what is on disk. The inputs of a run must be plain
 * files.
 */
export async function recoverInterruptedRun(target: WriteTarget, inputs: readonly string[]): Promise<void> {
  const { root, disk = systemDisk } = target;
  if (listLeftovers(disk, root).length > 0) await withTargetLock(target, () => {});
  for (const path of inputs) inspectPath(disk, root, path);
}

/** Lists the journals of runs that were interrupted here or are still writing, for a run that only checks. */
export function findInterruptedRun({ root, disk = systemDisk }: WriteTarget, inputs: readonly string[]): string[] {
  for (const path of inputs) inspectPath(disk, root, path);
  return listLeftovers(disk, root).filter((name) => name === journalName);
}

/** Runs work while no other run writes here, after an interrupted run has been undone. */
const withTargetLock = <Result>(target: WriteTarget, work: () => Result): Promise<Result> => {
  const { root, isOwnFile, notice, maxWaitMs = 10_000, disk = systemDisk, clock } = target;
  return withLock(disk, root, { maxWaitMs, notice, clock }, () => {
    if (finishInterruptedRun(disk, root, isOwnFile))
      notice("An earlier run was interrupted here. Its changes have been undone.");
    return work();
  });
};
