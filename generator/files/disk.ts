import {
  closeSync,
  copyFileSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, resolve } from "node:path";
import { GeneratorError, systemErrorCode } from "../util/errors.ts";
import { ignoreErrors, toGeneratorError, withPath } from "./disk-errors.ts";

/** All that the writer asks of the system. */
export const disk = {
  closeSync,
  copyFileSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  statSync,
  unlinkSync,
  writeFileSync,
};
export type Disk = typeof disk;

/** How many of its first arguments are paths, for each call. A file that is open goes by its number. */
const paths: Readonly<Record<keyof Disk, number>> = {
  closeSync: 0,
  copyFileSync: 2,
  fsyncSync: 0,
  lstatSync: 1,
  mkdirSync: 1,
  openSync: 1,
  readdirSync: 1,
  readFileSync: 1,
  realpathSync: 1,
  renameSync: 2,
  rmdirSync: 1,
  statSync: 1,
  unlinkSync: 1,
  writeFileSync: 1,
};

/** The same disk, with relative paths that start from a folder. Errors still name paths as they were given. */
export function diskIn(folder: string): Disk {
  const bound = Object.entries(disk).map(([name, call]) => {
    const from = (argument: unknown, index: number): unknown =>
      index < paths[name as keyof Disk] && typeof argument === "string" ? resolve(folder, argument) : argument;
    return [name, (...given: unknown[]) => (call as (...given: unknown[]) => unknown)(...given.map(from))];
  });
  // Every call keeps its arguments and its result.
  return Object.fromEntries(bound) as Disk;
}

/** Does something with a path, or gives nothing where one of these is what the system says. */
export function ignoring<Result>(codes: readonly string[], path: string, work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (codes.includes(systemErrorCode(error))) return undefined;
    throw toGeneratorError(path, error);
  }
}

export const readBytes = (disk: Disk, path: string): Buffer | undefined =>
  ignoring(["ENOENT"], path, () => disk.readFileSync(path));

export const removeFile = (disk: Disk, path: string): void =>
  void ignoring(["ENOENT"], path, () => disk.unlinkSync(path));

/** Makes a file, on the disk itself before this returns, unless something is there: the system lets one process do it. */
export function tryCreate(disk: Disk, path: string, data: string): boolean {
  const file = ignoring(["EEXIST"], path, () => disk.openSync(path, "wx"));
  if (file === undefined) return false;
  try {
    flushFile(disk, path, file, () => disk.writeFileSync(file, data));
  } catch (error) {
    ignoreErrors(() => disk.unlinkSync(path));
    throw error;
  }
  return true;
}

/** Makes a file that is not there yet. No link is followed. */
export function createFile(disk: Disk, path: string, data: string): void {
  if (tryCreate(disk, path, data)) return;
  throw new GeneratorError("OUTPUT_BLOCKED", path, "something else is in its place", "Move it away");
}

/** Copies a file with its permissions, on the disk itself before this returns. */
export function copyFile(disk: Disk, from: string, to: string): void {
  withPath(to, () => disk.copyFileSync(from, to, exclusive));
  const file = withPath(to, () => disk.openSync(to, "r"));
  flushFile(disk, to, file, () => {});
}

/** `COPYFILE_EXCL`: nothing is overwritten, no link is followed. */
const exclusive = 1;

function flushFile(disk: Disk, path: string, file: number, work: () => void): void {
  try {
    withPath(path, () => {
      work();
      disk.fsyncSync(file);
    });
  } finally {
    ignoreErrors(() => disk.closeSync(file));
  }
}

/** Sees to it that the names in a folder are on the disk itself. Systems that cannot do that do it by themselves. */
export function flushFolder(disk: Disk, folder: string): void {
  ignoring([...unsupportedCodes, "ENOENT"], folder, () => {
    const file = disk.openSync(folder, "r");
    try {
      disk.fsyncSync(file);
    } finally {
      ignoreErrors(() => disk.closeSync(file));
    }
  });
}

const unsupportedCodes = ["EINVAL", "ENOTSUP", "EISDIR", ...(process.platform === "win32" ? ["EPERM", "EACCES"] : [])];

/**
 * Makes a folder, with those that it is in, and gives all that were not there, the outermost first; where one of them
 * cannot be made, none stays. They are made one by one: Node's own way tries for ever where the system says that a
 * folder is there and that nothing can be made in it because it is not, as Linux does of `/proc`.
 */
export function createFolders(disk: Disk, path: string): readonly string[] {
  const made: string[] = [];
  for (const folder of missingFolders(disk, path)) {
    try {
      disk.mkdirSync(folder);
      made.push(folder);
    } catch (error) {
      // Another run may just have made it.
      if (isFolder(disk, folder)) continue;
      removeFolders(disk, made);
      throw toGeneratorError(folder, error);
    }
  }
  return made;
}

/** Takes folders away again that were made for nothing, as long as they are empty. */
export const removeFolders = (disk: Disk, made: readonly string[]): void =>
  ignoreErrors(() => {
    for (const folder of [...made].reverse()) disk.rmdirSync(folder);
  });

function missingFolders(disk: Disk, path: string): readonly string[] {
  if (isFolder(disk, path)) return [];
  const above = dirname(path);
  return above === path ? [path] : [...missingFolders(disk, above), path];
}

const isFolder = (disk: Disk, path: string): boolean =>
  withPath(path, () => disk.statSync(path, { throwIfNoEntry: false })?.isDirectory() === true);
