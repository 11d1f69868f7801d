import { join, relative, sep } from "node:path";
import { GeneratorError } from "../util/errors.ts";
import { type Disk, ignoring, readBytes } from "./disk.ts";

/** The files that a run expects on disk. */
export interface ExpectedFiles {
  /** The text of every file, by path below the root. */
  readonly files: ReadonlyMap<string, string>;
  /** The files of earlier runs. No other file is overwritten, and those that are no longer expected are removed. */
  readonly known: ReadonlySet<string>;
}

/** A difference between a file on disk and the expected one; `undefined` if there is no file. */
export interface FileChange {
  readonly path: string;
  readonly before: Buffer | undefined;
  readonly after: string | undefined;
  /** The folders that must be created for it. */
  readonly missing: readonly string[];
}

/** Returns the files that differ from what is expected. */
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

/**
 * Rejects changes of files that no run has written.
 *
 * @throws {GeneratorError} `OUTPUT_FOREIGN`
 */
export function rejectForeignFiles(root: string, { known }: ExpectedFiles, changes: readonly FileChange[]): void {
  const foreign = changes.find(({ path, before }) => before !== undefined && !known.has(path));
  if (foreign === undefined) return;
  throw new GeneratorError(
    "OUTPUT_FOREIGN",
    join(root, foreign.path),
    "this file would be overwritten, but the manifest does not list it as generated",
    "Move it away; if it was generated, restore the manifest from version control, or delete the file",
  );
}

/** Whether a file exists at a path, and the folders that are missing for it. */
export interface PathState {
  readonly exists: boolean;
  /** The folders that are missing, outermost first. */
  readonly missing: readonly string[];
}

/**
 * Inspects every step from the root to a file. Below the root, only plain folders and plain files are accepted: a link may
 * lead anywhere, and a pipe may never end.
 */
export function inspectPath(disk: Disk, root: string, path: string): PathState {
  const steps = relative(root, join(root, path)).split(sep);
  if (steps.some((step) => step === "" || step === ".."))
    throw new GeneratorError("OUTPUT_OUTSIDE", path, `the path leads out of ${root}`, "Correct the path");
  const paths = steps.map((_, index) => steps.slice(0, index + 1).join("/"));
  for (const [index, step] of paths.entries()) {
    const at = join(root, step);
    const stat = ignoring(["ENOENT"], at, () => disk.lstatSync(at));
    if (stat === undefined) return { exists: false, missing: paths.slice(index, -1) };
    const last = index === paths.length - 1;
    if (last ? !stat.isFile() : !stat.isDirectory()) throw refused(at, stat, last ? "a file" : "a folder");
  }
  return { exists: true, missing: [] };
}

function refused(at: string, stat: ReturnType<Disk["lstatSync"]>, expected: string): GeneratorError {
  if (stat?.isSymbolicLink()) {
    const remedy = "Replace it by the file or folder itself, or pass the folder that it leads to as --out";
    return new GeneratorError("OUTPUT_SYMLINK", at, "this is a symbolic link, which is not followed", remedy);
  }
  const what = stat?.isDirectory() ? "a folder" : stat?.isFile() ? "a file" : "neither a file nor a folder";
  return new GeneratorError("OUTPUT_BLOCKED", at, `this is ${what} instead of ${expected}`, "Move it away");
}
