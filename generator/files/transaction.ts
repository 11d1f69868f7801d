import { dirname, join } from "node:path";
import { GeneratorError } from "../util/errors.ts";
import { sha256 } from "../util/hash.ts";
import { copyFile, createFile, type Disk, flushFolder, ignoring, readBytes, removeFile } from "./disk.ts";
import { ignoreErrors, toGeneratorError, withPath } from "./disk-errors.ts";
import {
  doneName,
  draftName,
  type Journal,
  type JournalEntry,
  journalName,
  newFilePath,
  oldFilePath,
} from "./journal.ts";
import { createToken } from "./lock-owner.ts";
import { type FileChange, inspectPath } from "./plan-changes.ts";

/**
 * Puts the new files in the place of the old ones, all or none. The journal comes first; then the new and the old
 * bytes lie beside each target, on the disk itself; then come the renames. The moment that counts is the one at which
 * the journal is renamed: whoever finds it under its first name takes everything back.
 */
export function replaceFiles(disk: Disk, root: string, changes: readonly FileChange[]): void {
  const journal = createJournal(changes);
  try {
    writeJournal(disk, root, journal);
    stageFiles(disk, root, journal, changes);
    renameFiles(disk, root, journal);
    const done = join(root, doneName);
    withPath(done, () => disk.renameSync(join(root, journalName), done));
  } catch (error) {
    throw rollBack(disk, root, journal, toGeneratorError(root, error));
  }
  // What cannot be swept up now is swept up by the next run: the new files are in place.
  ignoreErrors(() => flushFolder(disk, root));
  ignoreErrors(() => removeTemporaryFiles(disk, root, journal));
}

const createJournal = (changes: readonly FileChange[]): Journal => ({
  token: createToken(),
  files: changes.map(({ path, before, after }) => ({
    path,
    before: before === undefined ? null : sha256(before),
    after: after === undefined ? null : sha256(after),
  })),
  folders: [...new Set(changes.flatMap(({ missing }) => missing))],
});

/** The journal is there whole or not at all. */
function writeJournal(disk: Disk, root: string, journal: Journal): void {
  const draft = join(root, draftName);
  removeFile(disk, draft);
  createFile(disk, draft, JSON.stringify(journal));
  withPath(draft, () => disk.renameSync(draft, join(root, journalName)));
  flushFolder(disk, root);
}

function stageFiles(disk: Disk, root: string, journal: Journal, changes: readonly FileChange[]): void {
  for (const folder of journal.folders) withPath(join(root, folder), () => disk.mkdirSync(join(root, folder)));
  for (const { path, before, after } of changes) {
    if (before !== undefined) copyFile(disk, join(root, path), join(root, oldFilePath(path, journal)));
    if (after !== undefined) createFile(disk, join(root, newFilePath(path, journal)), after);
  }
  flushFolders(disk, root, journal);
}

function renameFiles(disk: Disk, root: string, journal: Journal): void {
  for (const { path, after } of journal.files) {
    const target = join(root, path);
    if (after === null) removeFile(disk, target);
    else withPath(target, () => disk.renameSync(join(root, newFilePath(path, journal)), target));
  }
  flushFolders(disk, root, journal);
}

function flushFolders(disk: Disk, root: string, { files, folders }: Journal): void {
  const within = new Set([...files.map(({ path }) => path), ...folders].map(dirname));
  for (const folder of within) flushFolder(disk, join(root, folder));
}

/** Takes back what was done, and gives the error that says why; where that fails as well, it says so. */
function rollBack(disk: Disk, root: string, journal: Journal, why: GeneratorError): GeneratorError {
  try {
    undoChanges(disk, root, journal);
    removeTemporaryFiles(disk, root, journal);
    return why;
  } catch {
    const what = `${why.what}, and what was done already could not be taken back`;
    return new GeneratorError(why.code, why.where, what, "Mend this and run again: that takes it back first");
  }
}

/**
 * Takes back what a journal says, as far as it was done. A file that has neither the bytes of before nor those of
 * after is left as it is: someone has changed it since. May itself be interrupted and begun again.
 */
export function undoChanges(disk: Disk, root: string, journal: Journal): void {
  for (const entry of journal.files) {
    const target = join(root, entry.path);
    if (hashAt(disk, root, entry.path) !== entry.after) continue;
    if (entry.before === null) removeFile(disk, target);
    else if (hashAt(disk, root, oldFilePath(entry.path, journal)) === entry.before)
      withPath(target, () => disk.renameSync(join(root, oldFilePath(entry.path, journal)), target));
    else if (entry.after !== null) throw lostOriginal(root, entry);
  }
  for (const folder of foldersOf(journal)) flushFolder(disk, join(root, folder));
}

/** Takes away what a run has put beside its files, the folders it has made for nothing, and last the journal. */
export function removeTemporaryFiles(disk: Disk, root: string, journal: Journal): void {
  for (const { path } of journal.files) {
    inspectPath(disk, root, path);
    removeFile(disk, join(root, newFilePath(path, journal)));
    removeFile(disk, join(root, oldFilePath(path, journal)));
  }
  for (const folder of foldersOf(journal)) flushFolder(disk, join(root, folder));
  for (const folder of [...journal.folders].reverse())
    ignoring(["ENOENT", "ENOTEMPTY", "EEXIST"], join(root, folder), () => disk.rmdirSync(join(root, folder)));
  for (const name of [draftName, journalName, doneName]) removeFile(disk, join(root, name));
  flushFolder(disk, root);
}

const foldersOf = ({ files }: Journal): Set<string> => new Set(files.map(({ path }) => dirname(path)));

function hashAt(disk: Disk, root: string, path: string): string | null {
  const bytes = inspectPath(disk, root, path).exists ? readBytes(disk, join(root, path)) : undefined;
  return bytes === undefined ? null : sha256(bytes);
}

function lostOriginal(root: string, { path }: JournalEntry): GeneratorError {
  const what = "an interrupted run has written this file, and what it was before is gone";
  const remedy = `Restore the files from version control and delete ${join(root, journalName)}`;
  return new GeneratorError("OUTPUT_INTERRUPTED", join(root, path), what, remedy);
}
