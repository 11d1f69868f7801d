import { asArray, asString, canonicalJson, isObject, type JsonObject } from "../document/json.ts";
import { sha256 } from "../util/hash.ts";
import type { Overlay } from "./read-overlay.ts";

/** What a lock says of an overlay that its snapshot has in it. */
export interface AppliedOverlay {
  readonly file: string;
  /** Of its actions as canonical JSON: what the overlay does, and not how it is written or described. */
  readonly sha256: string;
}

export const recordOverlay = ({ file, actions }: Overlay): AppliedOverlay => ({
  file,
  sha256: sha256(canonicalJson(actions.map(({ where: _, ...does }) => does))),
});

/** The overlays that a lock lists. */
export const readAppliedOverlays = ({ overlays }: JsonObject): AppliedOverlay[] =>
  asArray(overlays)
    .filter(isObject)
    .map(({ file, sha256: hash }) => ({ file: asString(file) ?? "", sha256: asString(hash) ?? "" }));

/** The overlays that are wanted beyond those that a document has. Undefined where it has others, or another order. */
export function pendingOverlays<Each extends AppliedOverlay>(
  wanted: readonly Each[],
  has: readonly AppliedOverlay[],
): Each[] | undefined {
  return has.every((each, index) => isSameOverlay(each, wanted[index])) ? wanted.slice(has.length) : undefined;
}

export const isSameOverlay = (one: AppliedOverlay, other: AppliedOverlay | undefined): boolean =>
  one.file === other?.file && one.sha256 === other.sha256;

/** A list of overlays, for a sentence. */
export const describeOverlays = (overlays: readonly AppliedOverlay[]): string =>
  overlays.map(({ file, sha256 }) => `${file} (${sha256.slice(0, 12)})`).join(", ") || "no overlay";
