import { join, relative, sep } from "node:path";
import { GeneratorError } from "../errors.ts";
import { type Disk, unless } from "./disk.ts";

/** What is at a path below the root: a plain file, or nothing, and then maybe not even the folders it would be in. */
export interface Seen {
  readonly there: boolean;
  /** The folders that are missing on the way, the outermost first. */
  readonly missing: readonly string[];
}

/**
 * Looks at every step from the root to a file. The root may be anything; below it, only plain folders are walked
 * through, and only a plain file is a file: a link may lead anywhere, and a pipe may never end.
 */
export function look(disk: Disk, root: string, path: string): Seen {
  const steps = relative(root, join(root, path)).split(sep);
  if (steps.some((step) => step === "" || step === ".."))
    throw new GeneratorError("OUTPUT_OUTSIDE", path, `the path leads out of ${root}`, "Correct the path");
  const walked = steps.map((_, index) => steps.slice(0, index + 1).join("/"));
  for (const [index, step] of walked.entries()) {
    const at = join(root, step);
    const stat = unless(["ENOENT"], at, () => disk.lstatSync(at));
    if (stat === undefined) return { there: false, missing: walked.slice(index, -1) };
    const last = index === walked.length - 1;
    if (last ? !stat.isFile() : !stat.isDirectory()) throw refused(at, stat, last ? "a file" : "a folder");
  }
  return { there: true, missing: [] };
}

function refused(at: string, stat: ReturnType<Disk["lstatSync"]>, place: string): GeneratorError {
  if (stat?.isSymbolicLink()) {
    const remedy = "Put the file or folder itself there, or give the folder it leads to as --out";
    return new GeneratorError("OUTPUT_SYMLINK", at, "this is a symbolic link, and links are not followed", remedy);
  }
  const what = stat?.isDirectory() ? "a folder" : stat?.isFile() ? "a file" : "neither a file nor a folder";
  return new GeneratorError("OUTPUT_BLOCKED", at, `this is ${what}, in the place of ${place}`, "Move it away");
}
