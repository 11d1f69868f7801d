/** What a run is about to do, written down before it does it, so that the next one can take it back. */
export interface Journal {
  /** Tells this run's files from everything else. */
  readonly token: string;
  readonly files: readonly JournalEntry[];
  /** The folders that the run makes, the outermost first. */
  readonly folders: readonly string[];
}

/** One file: the hash of its bytes before and after. Null stands for no file. */
export interface JournalEntry {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The names of what lies in the root while a run writes: all of it ends in `.tmp`, and none of it stays. */
export const journalName = ".generate-journal.tmp";
/** The journal while it is written. */
export const draftName = ".generate-draft.tmp";
/** The journal once the new files are in place: what is left to do is sweeping up. */
export const doneName = ".generate-done.tmp";

/** Where a file's new and old bytes lie while it is replaced: in the same folder, so that a rename is all it takes. */
export const newFilePath = (path: string, { token }: Journal): string => `${path}.${token}.new.tmp`;
export const oldFilePath = (path: string, { token }: Journal): string => `${path}.${token}.old.tmp`;

/**
 * Reads a journal, or gives nothing where the text is none. It may have come with someone's pull request, so it is
 * held to what a run would have written: hashes, files that a run may own, and folders that these are in.
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
