import { join } from "node:path";
import { GeneratorError } from "../util/errors.ts";
import { type Disk, ignoring, readBytes, removeFile } from "./disk.ts";
import { isTakeoverClaim, lockName } from "./file-lock.ts";
import { doneName, draftName, type Journal, journalName, readJournal } from "./journal.ts";
import { inspectPath } from "./plan-changes.ts";
import { removeTemporaryFiles, undoChanges } from "./transaction.ts";

/** Lists the temporary files of runs in the root. */
export const listLeftovers = (disk: Disk, root: string): string[] =>
  (ignoring(["ENOENT"], root, () => disk.readdirSync(root)) ?? []).filter(
    (name) => [journalName, draftName, doneName, lockName].includes(name) || isTakeoverClaim(name),
  );

/**
 * Undoes or finishes an interrupted run, and removes its temporary files. Returns whether a run had been interrupted. The
 * caller holds the lock, so every takeover claim is outdated.
 */
export function finishInterruptedRun(disk: Disk, root: string, owns: (path: string) => boolean): boolean {
  const finished = journalAt(disk, root, doneName, owns);
  if (finished) removeTemporaryFiles(disk, root, finished);
  const interrupted = journalAt(disk, root, journalName, owns);
  if (interrupted) {
    undoChanges(disk, root, interrupted);
    removeTemporaryFiles(disk, root, interrupted);
  }
  for (const name of listLeftovers(disk, root)) if (name !== lockName) removeFile(disk, join(root, name));
  return interrupted !== undefined;
}

function journalAt(disk: Disk, root: string, name: string, owns: (path: string) => boolean): Journal | undefined {
  const path = join(root, name);
  const bytes = inspectPath(disk, root, name).exists ? readBytes(disk, path) : undefined;
  if (bytes === undefined) return undefined;
  const journal = readJournal(bytes.toString(), owns);
  if (journal) return journal;
  const what = "this is the journal of an interrupted run, but no run with this config could have written it";
  const remedy = "Run with the config of that run, or restore the files from version control and delete this file";
  throw new GeneratorError("OUTPUT_INTERRUPTED", path, what, remedy);
}
