import { lstatSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { disk } from "./disk.ts";
import { failure, quietly } from "./failure.ts";
import { makeFolders } from "./folders.ts";

/** Writes a report where the caller wants it: whole or not at all. */
export function writeReport(path: string, text: string): void {
  try {
    const there = statSync(path, { throwIfNoEntry: false });
    // A pipe or a terminal cannot be half a file, and must not become one.
    if (there !== undefined && !there.isFile() && !there.isDirectory()) {
      writeFileSync(path, text);
      return;
    }
    makeFolders(disk, dirname(path));
    replaceFile(lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ? realpathSync(path) : path, text);
  } catch (error) {
    throw failure(path, error);
  }
}

function replaceFile(path: string, text: string): void {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, text, { flush: true });
    renameSync(beside, path);
  } catch (error) {
    quietly(() => rmSync(beside, { force: true }));
    throw error;
  }
}
