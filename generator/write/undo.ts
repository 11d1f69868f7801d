import { dirname, join } from "node:path";
import { GeneratorError } from "../errors.ts";
import { sha256 } from "../hash.ts";
import { type Disk, readBytes, remove, settle, unless } from "./disk.ts";
import { attempt } from "./failure.ts";
import { doneName, draftName, type Entry, fresh, type Journal, journalName, old } from "./journal.ts";
import { look } from "./look.ts";

/**
 * Takes back what a journal says, as far as it was done. A file that has neither the bytes of before nor those of
 * after is left as it is: someone has changed it since. May itself be interrupted and begun again.
 */
export function undo(disk: Disk, root: string, journal: Journal): void {
  for (const entry of journal.files) {
    const target = join(root, entry.path);
    if (hashAt(disk, root, entry.path) !== entry.after) continue;
    if (entry.before === null) remove(disk, target);
    else if (hashAt(disk, root, old(entry.path, journal)) === entry.before)
      attempt(target, () => disk.renameSync(join(root, old(entry.path, journal)), target));
    else if (entry.after !== null) throw lost(root, entry);
  }
  for (const folder of foldersOf(journal)) settle(disk, join(root, folder));
}

/** Takes away what a run has put beside its files, the folders it has made for nothing, and last the journal. */
export function sweep(disk: Disk, root: string, journal: Journal): void {
  for (const { path } of journal.files) {
    look(disk, root, path);
    remove(disk, join(root, fresh(path, journal)));
    remove(disk, join(root, old(path, journal)));
  }
  for (const folder of foldersOf(journal)) settle(disk, join(root, folder));
  for (const folder of [...journal.folders].reverse())
    unless(["ENOENT", "ENOTEMPTY", "EEXIST"], join(root, folder), () => disk.rmdirSync(join(root, folder)));
  for (const name of [draftName, journalName, doneName]) remove(disk, join(root, name));
  settle(disk, root);
}

const foldersOf = ({ files }: Journal): Set<string> => new Set(files.map(({ path }) => dirname(path)));

function hashAt(disk: Disk, root: string, path: string): string | null {
  const bytes = look(disk, root, path).there ? readBytes(disk, join(root, path)) : undefined;
  return bytes === undefined ? null : sha256(bytes);
}

function lost(root: string, { path }: Entry): GeneratorError {
  const what = "an interrupted run has written this file, and what it was before is gone";
  const remedy = `Restore the files from version control and delete ${join(root, journalName)}`;
  return new GeneratorError("OUTPUT_INTERRUPTED", join(root, path), what, remedy);
}
