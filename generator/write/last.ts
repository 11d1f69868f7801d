import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Warning } from "../errors.ts";
import { sha256 } from "../hash.ts";
import { keepFile } from "../kept.ts";
import { disk, readBytes } from "./disk.ts";
import { look } from "./look.ts";

/** A run, as far as it decides about files. */
export interface Run {
  /** An absolute path. */
  readonly root: string;
  /** What tells it from other runs below this root. */
  readonly name: string;
  /** All that its files are made of, but for what is among the files themselves. */
  readonly made: string;
  /** Where it is kept how runs left their files. Deleting it is always safe. */
  readonly folder: string;
}

/** How a run left its files, and what it told besides. */
interface Last {
  readonly paths: readonly string[];
  readonly warnings: readonly Warning[];
  /** One hash of all of it: of what the files are made of, of every file, of what was told. */
  readonly state: string;
}

const stateOf = ({ made }: Run, files: readonly (readonly [string, string])[], warnings: readonly Warning[]): string =>
  sha256(JSON.stringify([made, files, warnings]));

const nameOf = ({ root, name }: Run): string => sha256(JSON.stringify([root, name]));

/** Of how many runs it is kept how they left their files: those of a few clients in a few checkouts. */
const most = 64;

/** Keeps how a run left its files. The texts are those that it wanted: the disk may have others by now. */
export function keepLast(run: Run, files: ReadonlyMap<string, string>, warnings: readonly Warning[]): void {
  const hashes = [...files].map(([path, text]) => [path, sha256(text)] as const);
  const last: Last = { paths: [...files.keys()], warnings, state: stateOf(run, hashes, warnings) };
  keepFile(run.folder, nameOf(run), JSON.stringify(last), most);
}

/**
 * What the last run told, if the disk is still as it left it and it was made of the same: then another one would find
 * nothing to do. What is kept are hashes and words, so what is damaged is of no use, and nothing is made of it.
 * Who can forge it can write beside the installed packages, and so could change the generator itself.
 */
export function asLeft(run: Run): readonly Warning[] | undefined {
  try {
    const { paths, warnings, state }: Last = JSON.parse(readFileSync(join(run.folder, nameOf(run)), "utf8"));
    const hashes = paths.map((path): [string, string] => {
      if (!look(disk, run.root, path).there) throw new Error(path);
      return [path, sha256(readBytes(disk, join(run.root, path)) ?? "")];
    });
    return stateOf(run, hashes, warnings) === state ? warnings : undefined;
  } catch {
    // There is none, or it is damaged, or something else is in the place of a file: the whole way says what.
    return undefined;
  }
}
