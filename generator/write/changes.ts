import { join } from "node:path";
import { GeneratorError } from "../errors.ts";
import { type Disk, readBytes } from "./disk.ts";
import { look } from "./look.ts";

/** What a run wants on disk. */
export interface Wanted {
  /** Every file with its text, by path below the root. */
  readonly files: ReadonlyMap<string, string>;
  /** The files that earlier runs made. Nothing else is overwritten; what is not wanted any more is taken away. */
  readonly known: ReadonlySet<string>;
}

/** A file that is not as it is wanted. Nothing stands for no file. */
export interface Change {
  readonly path: string;
  readonly before: Buffer | undefined;
  readonly after: string | undefined;
  /** The folders that have to be made for it. */
  readonly missing: readonly string[];
}

/** Which files are not on disk as they are wanted. */
export function changes(disk: Disk, root: string, { files, known }: Wanted): Change[] {
  const obsolete = [...known].filter((path) => !files.has(path));
  return [...files.keys(), ...obsolete].flatMap((path) => {
    const { there, missing } = look(disk, root, path);
    const before = there ? readBytes(disk, join(root, path)) : undefined;
    const after = files.get(path);
    return same(before, after) ? [] : [{ path, before, after, missing }];
  });
}

const same = (before: Buffer | undefined, after: string | undefined): boolean =>
  before === undefined || after === undefined ? before === after : before.equals(Buffer.from(after));

/** Refuses to overwrite what no run has made. */
export function refuseForeign(root: string, { known }: Wanted, changes: readonly Change[]): void {
  const foreign = changes.find(({ path, before }) => before !== undefined && !known.has(path));
  if (foreign === undefined) return;
  throw new GeneratorError(
    "OUTPUT_FOREIGN",
    join(root, foreign.path),
    "this file would be overwritten, and the manifest does not say that it was generated",
    "Move it away; if it was generated, restore the manifest from version control, or delete the file",
  );
}
