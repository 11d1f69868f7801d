import { dirname } from "node:path";
import type { Disk } from "./disk.ts";
import { attempt, failure, quietly } from "./failure.ts";

/**
 * Makes a folder, with those that it is in, and gives all that were not there, the outermost first; where one of them
 * cannot be made, none stays. They are made one by one: Node's own way tries for ever where the system says that a
 * folder is there and that nothing can be made in it because it is not, as Linux does of `/proc`.
 */
export function makeFolders(disk: Disk, path: string): readonly string[] {
  const made: string[] = [];
  for (const folder of missing(disk, path)) {
    try {
      disk.mkdirSync(folder);
      made.push(folder);
    } catch (error) {
      // Another run may just have made it.
      if (isFolder(disk, folder)) continue;
      unmakeFolders(disk, made);
      throw failure(folder, error);
    }
  }
  return made;
}

/** Takes folders away again that were made for nothing, as long as they are empty. */
export const unmakeFolders = (disk: Disk, made: readonly string[]): void =>
  quietly(() => {
    for (const folder of [...made].reverse()) disk.rmdirSync(folder);
  });

function missing(disk: Disk, path: string): readonly string[] {
  if (isFolder(disk, path)) return [];
  const above = dirname(path);
  return above === path ? [path] : [...missing(disk, above), path];
}

const isFolder = (disk: Disk, path: string): boolean =>
  attempt(path, () => disk.statSync(path, { throwIfNoEntry: false })?.isDirectory() === true);
