import type { Config } from "../config/config.ts";
import { readConfig } from "../config/read-config.ts";
import { type Json, parseObject, printJson } from "../document/json.ts";
import { validateDocument } from "../document/validate.ts";
import {
  type AppliedOverlay,
  describeOverlays,
  isSameOverlay,
  readAppliedOverlays,
  recordOverlay,
} from "../overlay/applied-overlays.ts";
import type { OverlayResult } from "../overlay/apply-overlay.ts";
import { type Overlay, readOverlay } from "../overlay/read-overlay.ts";
import { GeneratorError } from "../util/errors.ts";
import { sha256 } from "../util/hash.ts";
import type { Host } from "./host.ts";
import { loadUserFile } from "./load-config.ts";
import type { Stage } from "./pipeline.ts";

/** An overlay that the config names, and what a lock says of it. */
export type LoadedOverlay = Overlay & AppliedOverlay;

/** The overlays that the config names, in its order. */
export async function loadOverlays(
  { overlays }: Pick<Config, "overlays">,
  host: Pick<Host, "folder">,
): Promise<LoadedOverlay[]> {
  const loaded: LoadedOverlay[] = [];
  for (const file of overlays) {
    const remedy = "Correct the overlay, or `overlays` in the config";
    const own = await loadUserFile(file, host, { name: "overlay", code: "OVERLAY_INVALID", remedy });
    const overlay = readOverlay(own, file);
    loaded.push({ ...overlay, ...recordOverlay(overlay) });
  }
  return loaded;
}

/**
 * The overlays that a snapshot was made with, as far as they can be had: those that the config does not name (a run
 * without the config that they are in) are read where the lock says, and count if they are what they were. A lock is
 * held to what a config may name: it is no more trusted.
 */
export async function recordedOverlays(
  applied: readonly AppliedOverlay[],
  overlays: readonly LoadedOverlay[],
  host: Pick<Host, "folder">,
): Promise<LoadedOverlay[]> {
  const found = [...overlays];
  for (const each of applied.filter((one) => !overlays.some((other) => isSameOverlay(other, one)))) {
    try {
      found.push(...(await loadOverlays(readConfig({ overlays: [each.file] }, each.file), host)));
    } catch (error) {
      if (!(error instanceof GeneratorError)) throw error;
    }
  }
  return found;
}

/** A document with overlays applied. The parser for JSONPath is loaded only when there are any. */
export async function applyOverlaysTo(
  document: Json,
  overlays: readonly Overlay[],
  strict = true,
): Promise<OverlayResult> {
  if (overlays.length === 0) return { document, warnings: [] };
  const { applyOverlays } = await import("../overlay/apply-overlay.ts");
  try {
    return applyOverlays(document, overlays, strict);
  } catch (error) {
    // Where nothing matches because this is no API's document, it is that which has to be told.
    validateDocument(document);
    throw error;
  }
}

/** The document as the overlays have it. A run without any has no such stage. */
export const overlayStage = async (
  document: Json,
  rest: readonly LoadedOverlay[],
  stage: Stage,
): Promise<OverlayResult> =>
  rest.length === 0
    ? { document, warnings: [] }
    : stage(
        "overlay",
        () => applyOverlaysTo(document, rest),
        () => rest.map(({ file }) => file).join(", "),
      );

/**
 * The overlays that a document has had already: those that the lock of a snapshot lists. Undefined for what is no
 * snapshot of ours. A lock beside a document need not be its own: `spec/api_v2.json` has that of the snapshot.
 */
export function overlaysInSnapshot(
  document: Json,
  lock: string | undefined,
  isSnapshot: boolean,
): AppliedOverlay[] | undefined {
  const known = parseObject(lock);
  return isSnapshot || (lock !== undefined && known.sha256 === sha256(printJson(document)))
    ? readAppliedOverlays(known)
    : undefined;
}

/** Why a document that has overlays in it cannot be given those of the config. */
export const overlaysChangedError = (
  overlays: readonly LoadedOverlay[],
  { source, applied }: { source: string; applied: readonly AppliedOverlay[] },
): GeneratorError =>
  new GeneratorError(
    "OVERLAY_CHANGED",
    source,
    `the snapshot was made with ${describeOverlays(applied)}, and the config has ${describeOverlays(overlays)}; what an overlay did cannot be taken back`,
    "Run with network, or with --source and the API's own document",
  );
