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

/** The file system calls that writing uses. Tests replace them. */
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

/** The number of leading arguments that are paths, by call. Open files are passed as numbers. */
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

/** Returns the disk with relative paths that start from a folder. Errors name paths as they were passed. */
export function diskIn(folder: string): Disk {
  const bound = Object.entries(disk).map(([name, call]) => {
    const resolvePath = (argument: unknown, index: number): unknown =>
      index < paths[name as keyof Disk] && typeof argument === "string" ? resolve(folder, argument) : argument;
    return [name, (...args: unknown[]) => (call as (...args: unknown[]) => unknown)(...args.map(resolvePath))];
  });
  // Every call keeps its parameters and its result.
  return Object.fromEntries(bound) as Disk;
}

/** Runs work on a path. Returns `undefined` if it fails with one of the codes. */
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

/**
 * Creates a file and flushes it to disk. Returns `false` if the path exists: the system lets only one process create it.
 */
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

/** Creates a file that must not exist. Does not follow links. */
export function createFile(disk: Disk, path: string, data: string): void {
  if (tryCreate(disk, path, data)) return;
  throw new GeneratorError("OUTPUT_BLOCKED", path, "the path exists already", "Move it away");
}

/** Copies a file with its permissions, and flushes it to disk. */
export function copyFile(disk: Disk, from: string, to: string): void {
  withPath(to, () => disk.copyFileSync(from, to, exclusive));
  const file = withPath(to, () => disk.openSync(to, "r"));
  flushFile(disk, to, file, () => {});
}

/** `COPYFILE_EXCL`: fails if the target exists, and does not follow links. */
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

/** Flushes the names in a folder to disk. Systems that do not support this do it on their own. */
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
 * Creates a folder with its parents. Returns the folders that were created, outermost first; removes them if one of them
 * cannot be created. They are created one by one, because the recursive mode of Node's `mkdir` never returns if the
 * system reports both that a folder exists and that it does not, as Linux does in `/proc`.
 */
export function createFolders(disk: Disk, path: string): readonly string[] {
  const made: string[] = [];
  for (const folder of missingFolders(disk, path)) {
    try {
      disk.mkdirSync(folder);
      made.push(folder);
    } catch (error) {
      // Another run may just have created it.
      if (isFolder(disk, folder)) continue;
      removeFolders(disk, made);
      throw toGeneratorError(folder, error);
    }
  }
  return made;
}

/** Removes folders that are empty. */
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
