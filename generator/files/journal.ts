/** The changes that a run is about to make, so that the next run can undo them. */
export interface Journal {
  /** Identifies the temporary files of this run. */
  readonly token: string;
  readonly files: readonly JournalEntry[];
  /** The folders that the run creates, outermost first. */
  readonly folders: readonly string[];
}

/** A file with the hashes of its bytes before and after, `null` if there is no file. */
export interface JournalEntry {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The journal. All temporary files of a run end in `.tmp`, and all of them are removed. */
export const journalName = ".generate-journal.tmp";
/** The journal while it is being written. */
export const draftName = ".generate-draft.tmp";
/** The journal once the new files are in place and only temporary files remain to be removed. */
export const doneName = ".generate-done.tmp";

/** The temporary paths of a file's new and old bytes: in the same folder, so that a rename replaces the file. */
export const newFilePath = (path: string, { token }: Journal): string => `${path}.${token}.new.tmp`;
export const oldFilePath = (path: string, { token }: Journal): string => `${path}.${token}.old.tmp`;

/**
 * Parses a journal. It may come from someone's pull request, so it is accepted only if a run could have written it: with
 * hashes, files that a run may write, and folders that contain these files.
 */
export function readJournal(text: string, owns: (path: string) => boolean): Journal | undefined {
  try {
    const { token, files, folders } = JSON.parse(text) as Journal;
    const sound =
      /^[\da-f]{16}$/.test(token) &&
      files.every(({ path, before, after }) => owns(path) && isHash(before) && isHash(after)) &&
      folders.every((folder) => files.some(({ path }) => path.startsWith(`${folder}/`)));
    return sound ? { token, files, folders } : undefined;
  } catch {
    return undefined;
  }
}

const isHash = (value: unknown): boolean =>
  value === null || (typeof value === "string" && /^[\da-f]{64}$/.test(value));
