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
import { resolve } from "node:path";
import { errorCode, GeneratorError } from "../errors.ts";
import { attempt, failure, quietly } from "./failure.ts";

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
export function unless<Result>(codes: readonly string[], path: string, work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (codes.includes(errorCode(error))) return undefined;
    throw failure(path, error);
  }
}

export const readBytes = (disk: Disk, path: string): Buffer | undefined =>
  unless(["ENOENT"], path, () => disk.readFileSync(path));

export const remove = (disk: Disk, path: string): void => void unless(["ENOENT"], path, () => disk.unlinkSync(path));

/** Makes a file, on the disk itself before this returns, unless something is there: the system lets one process do it. */
export function tryCreate(disk: Disk, path: string, data: string): boolean {
  const file = unless(["EEXIST"], path, () => disk.openSync(path, "wx"));
  if (file === undefined) return false;
  try {
    flush(disk, path, file, () => disk.writeFileSync(file, data));
  } catch (error) {
    quietly(() => disk.unlinkSync(path));
    throw error;
  }
  return true;
}

/** Makes a file that is not there yet. No link is followed. */
export function create(disk: Disk, path: string, data: string): void {
  if (tryCreate(disk, path, data)) return;
  throw new GeneratorError("OUTPUT_BLOCKED", path, "something else is in its place", "Move it away");
}

/** Copies a file with its permissions, on the disk itself before this returns. */
export function copy(disk: Disk, from: string, to: string): void {
  attempt(to, () => disk.copyFileSync(from, to, exclusive));
  const file = attempt(to, () => disk.openSync(to, "r"));
  flush(disk, to, file, () => {});
}

/** `COPYFILE_EXCL`: nothing is overwritten, no link is followed. */
const exclusive = 1;

function flush(disk: Disk, path: string, file: number, work: () => void): void {
  try {
    attempt(path, () => {
      work();
      disk.fsyncSync(file);
    });
  } finally {
    quietly(() => disk.closeSync(file));
  }
}

/** Sees to it that the names in a folder are on the disk itself. Systems that cannot do that do it by themselves. */
export function settle(disk: Disk, folder: string): void {
  unless([...unable, "ENOENT"], folder, () => {
    const file = disk.openSync(folder, "r");
    try {
      disk.fsyncSync(file);
    } finally {
      quietly(() => disk.closeSync(file));
    }
  });
}

const unable = ["EINVAL", "ENOTSUP", "EISDIR", ...(process.platform === "win32" ? ["EPERM", "EACCES"] : [])];
