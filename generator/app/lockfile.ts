import { canonicalJson, type Json, type JsonObject, parseObject, printJson } from "../document/json.ts";
import type { Counts, Include } from "../document/select-operations.ts";
import type { AppliedOverlay } from "../overlay/applied-overlays.ts";
import { GeneratorError, type Warning } from "../util/errors.ts";

/**
 * How the snapshot came to be:
 * - `downloaded`: pulled from `source`;
 * - `read from a file`: `source` is the file's name;
 * - `edited by hand`: the snapshot was changed in place, and `source` is where it had come from;
 * - `written from facts`: the names, types, values and labels are those of `source`, the sentences are the project's;
 * - `unknown`: it was there without a lock, and `source` is what the config names.
 */
type Obtained = "downloaded" | "read from a file" | "edited by hand" | "written from facts" | "unknown";

export interface Origin {
  readonly source: string;
  readonly obtained: Obtained;
}

/** What is known of a snapshot beside its text: `spec/api_v2.lock.json`. */
export interface Lock extends Origin, Counts {
  readonly include: Include;
  /** The corrections that the snapshot has in it, in the order in which they were made. */
  readonly overlays: readonly AppliedOverlay[];
  /** Of the snapshot's bytes. */
  readonly sha256: string;
}

/** The lock as it has to be: the one that is there, byte for byte, as long as it is about this snapshot. */
export function renewLock(previous: string | undefined, next: Lock): string {
  const old = parseObject(previous);
  const same =
    previous !== undefined &&
    old.sha256 === next.sha256 &&
    canonicalJson(old.overlays ?? []) === canonicalJson(next.overlays.map((each) => ({ ...each })));
  return same ? previous : printJson(next);
}

/**
 * Refuses a document that lost more than half of the operations the lock counted: more likely a cut-off download than
 * a change of the API. Counts are comparable only while the selection is the same.
 */
export function rejectShrunkDocument(previous: string | undefined, next: Lock): void {
  const old = parseObject(previous);
  const before = Number(old.operations ?? 0);
  if (!sameSelection(old, next) || next.operations * 2 >= before) return;
  throw new GeneratorError(
    "SHRUNK",
    next.source,
    `the document has ${next.operations} of the ${before} operations it had`,
    "If the API really lost them, run again with --accept-shrink",
  );
}

const sameSelection = (old: JsonObject, { include }: Lock): boolean =>
  canonicalJson(old.include ?? null) === canonicalJson({ ...include } as Json);

/** Says when the files of one selection take the place of another's: a second client wants places of its own. */
export function selectionChanged(previous: string | undefined, next: Lock, snapshot: string): Warning[] {
  const old = parseObject(previous);
  if (old.include === undefined || sameSelection(old, next)) return [];
  return [displacedWarning(snapshot, `the snapshot was of ${JSON.stringify(old.include)}`)];
}

/** Says when a client takes the place of one that is made from another snapshot, which its files name. */
export function clientChanged(file: string | undefined, snapshot: string, output: string): Warning[] {
  const [, old] = /^\/\/ Generated from (.+)\. Do not edit/.exec(file ?? "") ?? [];
  return old === undefined || old === snapshot ? [] : [displacedWarning(output, `the client was made from ${old}`)];
}

const displacedWarning = (where: string, what: string): Warning => ({
  code: "SELECTION_CHANGED",
  where,
  what: `${what}; for a second client, give it a \`snapshot\` and an \`output\` of its own`,
});

/** Where a snapshot that is generated from once more comes from: what its lock says, as long as it is about these bytes. */
export function snapshotOrigin(lock: string | undefined, sha256: string, source: string): Origin {
  const known = parseObject(lock);
  if (typeof known.source !== "string") return { source, obtained: "unknown" };
  const obtained = known.sha256 === sha256 ? (known.obtained as Obtained) : "edited by hand";
  return { source: known.source, obtained };
}
