import { join, relative, sep } from "node:path";
import { GeneratorError } from "../util/errors.ts";
import { type Disk, ignoring, readBytes } from "./disk.ts";

/** What a run wants on disk. */
export interface ExpectedFiles {
  /** Every file with its text, by path below the root. */
  readonly files: ReadonlyMap<string, string>;
  /** The files that earlier runs made. Nothing else is overwritten; what is not wanted any more is taken away. */
  readonly known: ReadonlySet<string>;
}

/** A file that is not as it is wanted. Nothing stands for no file. */
export interface FileChange {
  readonly path: string;
  readonly before: Buffer | undefined;
  readonly after: string | undefined;
  /** The folders that have to be made for it. */
  readonly missing: readonly string[];
}

/** Which files are not on disk as they are wanted. */
export function planChanges(disk: Disk, root: string, { files, known }: ExpectedFiles): FileChange[] {
  const obsolete = [...known].filter((path) => !files.has(path));
  return [...files.keys(), ...obsolete].flatMap((path) => {
    const { exists, missing } = inspectPath(disk, root, path);
    const before = exists ? readBytes(disk, join(root, path)) : undefined;
    const after = files.get(path);
    return same(before, after) ? [] : [{ path, before, after, missing }];
  });
}

const same = (before: Buffer | undefined, after: string | undefined): boolean =>
  before === undefined || after === undefined ? before === after : before.equals(Buffer.from(after));

/** Refuses to overwrite what no run has made. */
export function rejectForeignFiles(root: string, { known }: ExpectedFiles, changes: readonly FileChange[]): void {
  const foreign = changes.find(({ path, before }) => before !== undefined && !known.has(path));
  if (foreign === undefined) return;
  throw new GeneratorError(
    "OUTPUT_FOREIGN",
    join(root, foreign.path),
    "this file would be overwritten, and the manifest does not say that it was generated",
    "Move it away; if it was generated, restore the manifest from version control, or delete the file",
  );
}

/** What is at a path below the root: a plain file, or nothing, and then maybe not even the folders it would be in. */
export interface PathState {
  readonly exists: boolean;
  /** The folders that are missing on the way, the outermost first. */
  readonly missing: readonly string[];
}

/**
 * Looks at every step from the root to a file. The root may be anything; below it, only plain folders are walked
 * through, and only a plain file is a file: a link may lead anywhere, and a pipe may never end.
 */
export function inspectPath(disk: Disk, root: string, path: string): PathState {
  const steps = relative(root, join(root, path)).split(sep);
  if (steps.some((step) => step === "" || step === ".."))
    throw new GeneratorError("OUTPUT_OUTSIDE", path, `the path leads out of ${root}`, "Correct the path");
  const walked = steps.map((_, index) => steps.slice(0, index + 1).join("/"));
  for (const [index, step] of walked.entries()) {
    const at = join(root, step);
    const stat = ignoring(["ENOENT"], at, () => disk.lstatSync(at));
    if (stat === undefined) return { exists: false, missing: walked.slice(index, -1) };
    const last = index === walked.length - 1;
    if (last ? !stat.isFile() : !stat.isDirectory()) throw refused(at, stat, last ? "a file" : "a folder");
  }
  return { exists: true, missing: [] };
}

function refused(at: string, stat: ReturnType<Disk["lstatSync"]>, place: string): GeneratorError {
  if (stat?.isSymbolicLink()) {
    const remedy = "Put the file or folder itself there, or give the folder it leads to as --out";
    return new GeneratorError("OUTPUT_SYMLINK", at, "this is a symbolic link, and links are not followed", remedy);
  }
  const what = stat?.isDirectory() ? "a folder" : stat?.isFile() ? "a file" : "neither a file nor a folder";
  return new GeneratorError("OUTPUT_BLOCKED", at, `this is ${what}, in the place of ${place}`, "Move it away");
}
