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

/** An overlay of the config, with its entry in a lock. */
export type LoadedOverlay = Overlay & AppliedOverlay;

/** Loads the overlays of the config, in order. */
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
 * Loads the overlays that a snapshot was made with, as far as they are available. Those that the config does not name are
 * read from the path in the lock, and used if they are unchanged. The paths of a lock are validated like those of a config.
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

/** Applies overlays to a document. The JSONPath parser is loaded on first use. */
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
    // If no target matches because this is not an OpenAPI document, report that instead.
    validateDocument(document);
    throw error;
  }
}

/** Applies overlays as a stage, unless there are none. */
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
 * Returns the overlays that are already in a document: those that the lock of a snapshot lists. Returns `undefined` unless
 * the document is a snapshot. A lock beside a document may belong to another one: `spec/api_v2.json` would have that of
 * the snapshot.
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

/** The error for a snapshot whose overlays differ from those of the config. */
export const overlaysChangedError = (
  overlays: readonly LoadedOverlay[],
  { source, applied }: { source: string; applied: readonly AppliedOverlay[] },
): GeneratorError =>
  new GeneratorError(
    "OVERLAY_CHANGED",
    source,
    `the snapshot was made with ${describeOverlays(applied)}, but the config has ${describeOverlays(overlays)}; overlays cannot be undone`,
    "Run with network access, or with --source and the API's own document",
  );
