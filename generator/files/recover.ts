import { join } from "node:path";
import { GeneratorError } from "../util/errors.ts";
import { type Disk, ignoring, readBytes, removeFile } from "./disk.ts";
import { isTakeoverClaim, lockName } from "./file-lock.ts";
import { doneName, draftName, type Journal, journalName, readJournal } from "./journal.ts";
import { inspectPath } from "./plan-changes.ts";
import { removeTemporaryFiles, undoChanges } from "./transaction.ts";

/** What runs of the generator have in the root while they write. */
export const listLeftovers = (disk: Disk, root: string): string[] =>
  (ignoring(["ENOENT"], root, () => disk.readdirSync(root)) ?? []).filter(
    (name) => [journalName, draftName, doneName, lockName].includes(name) || isTakeoverClaim(name),
  );

/**
 * Puts in order what other runs have left, and says whether one had been interrupted. Whoever calls has the turn, so
 * every claim that lies there is on a turn of the past.
 */
export function finishInterruptedRun(disk: Disk, root: string, owns: (path: string) => boolean): boolean {
  const done = journalAt(disk, root, doneName, owns);
  if (done) removeTemporaryFiles(disk, root, done);
  const begun = journalAt(disk, root, journalName, owns);
  if (begun) {
    undoChanges(disk, root, begun);
    removeTemporaryFiles(disk, root, begun);
  }
  for (const name of listLeftovers(disk, root)) if (name !== lockName) removeFile(disk, join(root, name));
  return begun !== undefined;
}

function journalAt(disk: Disk, root: string, name: string, owns: (path: string) => boolean): Journal | undefined {
  const path = join(root, name);
  const bytes = inspectPath(disk, root, name).exists ? readBytes(disk, path) : undefined;
  if (bytes === undefined) return undefined;
  const journal = readJournal(bytes.toString(), owns);
  if (journal) return journal;
  const what = "this says what an interrupted run has changed, and no run with this config would have said that";
  const remedy = "Run with the config of that run, or restore the files from version control and delete this one";
  throw new GeneratorError("OUTPUT_INTERRUPTED", path, what, remedy);
}
