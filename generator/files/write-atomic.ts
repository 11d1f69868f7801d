import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createFolders, type Disk, removeFile, disk as systemDisk } from "./disk.ts";
import { ignoreErrors, toGeneratorError } from "./disk-errors.ts";

/** Writes a report: completely or not at all. */
export function writeReport(path: string, text: string, disk: Disk = systemDisk): void {
  try {
    const there = disk.statSync(path, { throwIfNoEntry: false });
    // A pipe or a terminal is written to directly: a rename would replace it by a file.
    if (there !== undefined && !there.isFile() && !there.isDirectory()) {
      disk.writeFileSync(path, text);
      return;
    }
    createFolders(disk, dirname(path));
    const linked = disk.lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink();
    replaceFile(disk, linked ? disk.realpathSync(path) : path, text);
  } catch (error) {
    throw toGeneratorError(path, error);
  }
}

function replaceFile(disk: Disk, path: string, text: string): void {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    disk.writeFileSync(beside, text, { flush: true });
    disk.renameSync(beside, path);
  } catch (error) {
    ignoreErrors(() => removeFile(disk, beside));
    throw error;
  }
}

/**
 * Writes a file to a cache folder, completely or not at all, and removes the oldest files there. Failures are ignored: the
 * next run only takes longer.
 *
 * @param maxFiles The number of files that the folder keeps.
 */
export function cacheFile(folder: string, name: string, data: string | Uint8Array, maxFiles: number): void {
  const file = join(folder, name);
  const beside = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(beside, data);
    renameSync(beside, file);
    for (const old of newestFirst(folder).slice(maxFiles)) rmSync(old, { force: true });
  } catch {
    if (existsSync(beside)) rmSync(beside);
  }
}

/** Lists the files in a folder, newest first. Files that no longer exist and broken links count as the oldest. */
function newestFirst(folder: string): string[] {
  const files = readdirSync(folder).map((name) => join(folder, name));
  const age = new Map(files.map((file) => [file, statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0]));
  return files.sort((a, b) => Number(age.get(b)) - Number(age.get(a)));
}
