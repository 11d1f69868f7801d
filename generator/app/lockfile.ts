import { canonicalJson, type Json, type JsonObject, parseObject, printJson } from "../document/json.ts";
import type { Counts, Include } from "../document/select-operations.ts";
import type { AppliedOverlay } from "../overlay/applied-overlays.ts";
import { GeneratorError, type Warning } from "../util/errors.ts";

/**
 * The origin of a snapshot:
 * - `downloaded`: from `source`;
 * - `read from a file`: `source` is the file's name;
 * - `edited by hand`: the snapshot was edited in place, and `source` is its previous origin;
 * - `written from facts`: the names, types, values and labels are those of `source`, the sentences are the project's;
 * - `unknown`: there was no lock, and `source` is that of the config.
 */
type Obtained = "downloaded" | "read from a file" | "edited by hand" | "written from facts" | "unknown";

export interface Origin {
  readonly source: string;
  readonly obtained: Obtained;
}

/** Facts about a snapshot, in a file beside it: `spec/api_v2.lock.json`. */
export interface Lock extends Origin, Counts {
  readonly include: Include;
  /** The overlays that were applied to the snapshot, in order. */
  readonly overlays: readonly AppliedOverlay[];
  /** The hash of the snapshot's bytes. */
  readonly sha256: string;
}

/** Returns the new text of a lock: the previous text, if it describes the same snapshot. */
export function renewLock(previous: string | undefined, next: Lock): string {
  const old = parseObject(previous);
  const same =
    previous !== undefined &&
    old.sha256 === next.sha256 &&
    canonicalJson(old.overlays ?? []) === canonicalJson(next.overlays.map((each) => ({ ...each })));
  return same ? previous : printJson(next);
}

/**
 * Rejects a document that lost more than half of the operations that the lock counted, which is more likely a truncated
 * download than a change of the API. Counts are comparable only if the selection is the same.
 *
 * @throws {GeneratorError} `SHRUNK`
 */
export function rejectShrunkDocument(previous: string | undefined, next: Lock): void {
  const old = parseObject(previous);
  const before = Number(old.operations ?? 0);
  if (!sameSelection(old, next) || next.operations * 2 >= before) return;
  throw new GeneratorError(
    "SHRUNK",
    next.source,
    `the document has only ${next.operations} of its previous ${before} operations`,
    "If they were removed on purpose, rerun with --accept-shrink",
  );
}

const sameSelection = (old: JsonObject, { include }: Lock): boolean =>
  canonicalJson(old.include ?? null) === canonicalJson({ ...include } as Json);

/** Warns if a snapshot of another selection is replaced: a second client needs its own files. */
export function selectionChanged(previous: string | undefined, next: Lock, snapshot: string): Warning[] {
  const old = parseObject(previous);
  if (old.include === undefined || sameSelection(old, next)) return [];
  return [displacedWarning(snapshot, `the previous snapshot selected ${JSON.stringify(old.include)}`)];
}

/** Warns if a client of another snapshot is replaced. The headers of its files name the snapshot. */
export function clientChanged(file: string | undefined, snapshot: string, output: string): Warning[] {
  const [, old] = /^\/\/ Generated from (.+)\. Do not edit/.exec(file ?? "") ?? [];
  return old === undefined || old === snapshot
    ? []
    : [displacedWarning(output, `the previous client was generated from ${old}`)];
}

const displacedWarning = (where: string, what: string): Warning => ({
  code: "SELECTION_CHANGED",
  where,
  what: `${what}; a second client needs its own \`snapshot\` and \`output\``,
});

/** Returns the origin of a committed snapshot, as its lock records it. */
export function snapshotOrigin(lock: string | undefined, sha256: string, source: string): Origin {
  const known = parseObject(lock);
  if (typeof known.source !== "string") return { source, obtained: "unknown" };
  const obtained = known.sha256 === sha256 ? (known.obtained as Obtained) : "edited by hand";
  return { source: known.source, obtained };
}
