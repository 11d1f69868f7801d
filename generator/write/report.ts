import { dirname } from "node:path";
import { type Disk, disk as node, remove } from "./disk.ts";
import { failure, quietly } from "./failure.ts";
import { makeFolders } from "./folders.ts";

/** Writes a report where the caller wants it: whole or not at all. */
export function writeReport(path: string, text: string, disk: Disk = node): void {
  try {
    const there = disk.statSync(path, { throwIfNoEntry: false });
    // A pipe or a terminal cannot be half a file, and must not become one.
    if (there !== undefined && !there.isFile() && !there.isDirectory()) {
      disk.writeFileSync(path, text);
      return;
    }
    makeFolders(disk, dirname(path));
    const linked = disk.lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink();
    replaceFile(disk, linked ? disk.realpathSync(path) : path, text);
  } catch (error) {
    throw failure(path, error);
  }
}

function replaceFile(disk: Disk, path: string, text: string): void {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    disk.writeFileSync(beside, text, { flush: true });
    disk.renameSync(beside, path);
  } catch (error) {
    quietly(() => remove(disk, beside));
    throw error;
  }
}
