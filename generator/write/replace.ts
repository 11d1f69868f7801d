import { dirname, join } from "node:path";
import { GeneratorError } from "../errors.ts";
import { sha256 } from "../hash.ts";
import type { Change } from "./changes.ts";
import { copy, create, type Disk, remove, settle } from "./disk.ts";
import { attempt, failure, quietly } from "./failure.ts";
import { newToken } from "./holder.ts";
import { doneName, draftName, fresh, type Journal, journalName, old } from "./journal.ts";
import { sweep, undo } from "./undo.ts";

/**
 * Puts the new files in the place of the old ones, all or none. The journal comes first; then the new and the old
 * bytes lie beside each target, on the disk itself; then come the renames. The moment that counts is the one at which
 * the journal is renamed: whoever finds it under its first name takes everything back.
 */
export function replace(disk: Disk, root: string, changes: readonly Change[]): void {
  const journal = plan(changes);
  try {
    write(disk, root, journal);
    stage(disk, root, journal, changes);
    exchange(disk, root, journal);
    const done = join(root, doneName);
    attempt(done, () => disk.renameSync(join(root, journalName), done));
  } catch (error) {
    throw takenBack(disk, root, journal, failure(root, error));
  }
  // What cannot be swept up now is swept up by the next run: the new files are in place.
  quietly(() => settle(disk, root));
  quietly(() => sweep(disk, root, journal));
}

const plan = (changes: readonly Change[]): Journal => ({
  token: newToken(),
  files: changes.map(({ path, before, after }) => ({
    path,
    before: before === undefined ? null : sha256(before),
    after: after === undefined ? null : sha256(after),
  })),
  folders: [...new Set(changes.flatMap(({ missing }) => missing))],
});

/** The journal is there whole or not at all. */
function write(disk: Disk, root: string, journal: Journal): void {
  const draft = join(root, draftName);
  remove(disk, draft);
  create(disk, draft, JSON.stringify(journal));
  attempt(draft, () => disk.renameSync(draft, join(root, journalName)));
  settle(disk, root);
}

function stage(disk: Disk, root: string, journal: Journal, changes: readonly Change[]): void {
  for (const folder of journal.folders) attempt(join(root, folder), () => disk.mkdirSync(join(root, folder)));
  for (const { path, before, after } of changes) {
    if (before !== undefined) copy(disk, join(root, path), join(root, old(path, journal)));
    if (after !== undefined) create(disk, join(root, fresh(path, journal)), after);
  }
  settleAll(disk, root, journal);
}

function exchange(disk: Disk, root: string, journal: Journal): void {
  for (const { path, after } of journal.files) {
    const target = join(root, path);
    if (after === null) remove(disk, target);
    else attempt(target, () => disk.renameSync(join(root, fresh(path, journal)), target));
  }
  settleAll(disk, root, journal);
}

function settleAll(disk: Disk, root: string, { files, folders }: Journal): void {
  const within = new Set([...files.map(({ path }) => path), ...folders].map(dirname));
  for (const folder of within) settle(disk, join(root, folder));
}

/** Takes back what was done, and gives the error that says why; where that fails as well, it says so. */
function takenBack(disk: Disk, root: string, journal: Journal, why: GeneratorError): GeneratorError {
  try {
    undo(disk, root, journal);
    sweep(disk, root, journal);
    return why;
  } catch {
    const what = `${why.what}, and what was done already could not be taken back`;
    return new GeneratorError(why.code, why.where, what, "Mend this and run again: that takes it back first");
  }
}
