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
 * Replaces files, all or none of them:
 *
 * 1. The journal is written.
 * 2. The new bytes and a copy of the old ones are written beside each target, and flushed.
 * 3. The new files are renamed to their targets.
 * 4. The journal is renamed. This commits the transaction: a run that finds the journal under its first name undoes it.
 * 5. The temporary files are removed.
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
  // The new files are in place. The next run removes the temporary files that cannot be removed now.
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

/** Writes the journal: completely or not at all. */
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
  const parents = new Set([...files.map(({ path }) => path), ...folders].map(dirname));
  for (const folder of parents) flushFolder(disk, join(root, folder));
}

/** Undoes the changes, and returns the error that caused this. If undoing fails as well, the error says so. */
function rollBack(disk: Disk, root: string, journal: Journal, why: GeneratorError): GeneratorError {
  try {
    undoChanges(disk, root, journal);
    removeTemporaryFiles(disk, root, journal);
    return why;
  } catch {
    const what = `${why.what}, and the changes so far could not be undone`;
    return new GeneratorError(why.code, why.where, what, "Fix this and run again: the next run undoes them first");
  }
}

/**
 * Undoes the changes of a journal, as far as they were made. A file with neither the old nor the new bytes has been edited
 * since, and stays as it is. May be interrupted and repeated.
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

/** Removes the temporary files of a run, the folders that it created and left empty, and finally the journal. */
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
  const what = "an interrupted run has written this file, and its old content is lost";
  const remedy = `Restore the files from version control and delete ${join(root, journalName)}`;
  return new GeneratorError("OUTPUT_INTERRUPTED", join(root, path), what, remedy);
}
