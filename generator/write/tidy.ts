import { join } from "node:path";
import { GeneratorError } from "../errors.ts";
import { type Disk, readBytes, remove, unless } from "./disk.ts";
import { doneName, draftName, type Journal, journalName, readJournal } from "./journal.ts";
import { look } from "./look.ts";
import { isClaim, turnName } from "./turn.ts";
import { sweep, undo } from "./undo.ts";

/** What runs of the generator have in the root while they write. */
export const leftovers = (disk: Disk, root: string): string[] =>
  (unless(["ENOENT"], root, () => disk.readdirSync(root)) ?? []).filter(
    (name) => [journalName, draftName, doneName, turnName].includes(name) || isClaim(name),
  );

/**
 * Puts in order what other runs have left, and says whether one had been interrupted. Whoever calls has the turn, so
 * every claim that lies there is on a turn of the past.
 */
export function tidy(disk: Disk, root: string, owns: (path: string) => boolean): boolean {
  const done = journalAt(disk, root, doneName, owns);
  if (done) sweep(disk, root, done);
  const begun = journalAt(disk, root, journalName, owns);
  if (begun) {
    undo(disk, root, begun);
    sweep(disk, root, begun);
  }
  for (const name of leftovers(disk, root)) if (name !== turnName) remove(disk, join(root, name));
  return begun !== undefined;
}

function journalAt(disk: Disk, root: string, name: string, owns: (path: string) => boolean): Journal | undefined {
  const path = join(root, name);
  const bytes = look(disk, root, name).there ? readBytes(disk, path) : undefined;
  if (bytes === undefined) return undefined;
  const journal = readJournal(bytes.toString(), owns);
  if (journal) return journal;
  const what = "this says what an interrupted run has changed, and no run with this config would have said that";
  const remedy = "Run with the config of that run, or restore the files from version control and delete this one";
  throw new GeneratorError("OUTPUT_INTERRUPTED", path, what, remedy);
}
