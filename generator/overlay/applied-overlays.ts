import { asArray, asString, canonicalJson, isObject, type JsonObject } from "../document/json.ts";
import { sha256 } from "../util/hash.ts";
import type { Overlay } from "./read-overlay.ts";

/** An overlay that is applied in a snapshot, as its lock records it. */
export interface AppliedOverlay {
  readonly file: string;
  /** The hash of its actions as canonical JSON. Comments, order of keys and `info` do not change it. */
  readonly sha256: string;
}

export const recordOverlay = ({ file, actions }: Overlay): AppliedOverlay => ({
  file,
  sha256: sha256(canonicalJson(actions.map(({ where: _, ...action }) => action))),
});

/** Returns the overlays that a lock lists. */
export const readAppliedOverlays = ({ overlays }: JsonObject): AppliedOverlay[] =>
  asArray(overlays)
    .filter(isObject)
    .map(({ file, sha256: hash }) => ({ file: asString(file) ?? "", sha256: asString(hash) ?? "" }));

/** Returns the configured overlays that are not applied yet. Undefined if others are applied, or in another order. */
export function pendingOverlays<Configured extends AppliedOverlay>(
  configured: readonly Configured[],
  applied: readonly AppliedOverlay[],
): Configured[] | undefined {
  return applied.every((overlay, index) => isSameOverlay(overlay, configured[index]))
    ? configured.slice(applied.length)
    : undefined;
}

export const isSameOverlay = (a: AppliedOverlay, b: AppliedOverlay | undefined): boolean =>
  a.file === b?.file && a.sha256 === b.sha256;

/** Lists overlays for a message. */
export const describeOverlays = (overlays: readonly AppliedOverlay[]): string =>
  overlays.map(({ file, sha256 }) => `${file} (${sha256.slice(0, 12)})`).join(", ") || "no overlay";
