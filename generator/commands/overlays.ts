import { readConfig } from "../config/read.ts";
import type { Config } from "../config.ts";
import { GeneratorError } from "../errors.ts";
import { sha256 } from "../hash.ts";
import type { Host } from "../host.ts";
import { type Applied, appliedOf, named, record, same } from "../overlay/applied.ts";
import type { Corrected } from "../overlay/apply.ts";
import { type Overlay, readOverlay } from "../overlay/read.ts";
import type { Stage } from "../pipeline.ts";
import { gate } from "../spec/gate.ts";
import { type Json, parseObject, printJson } from "../spec/json.ts";
import { loadOwn } from "./config.ts";

/** An overlay that the config names, and what a lock says of it. */
export type Correction = Overlay & Applied;

/** The overlays that the config names, in its order. */
export async function loadOverlays(
  { overlays }: Pick<Config, "overlays">,
  host: Pick<Host, "folder">,
): Promise<Correction[]> {
  const loaded: Correction[] = [];
  for (const file of overlays) {
    const remedy = "Correct the overlay, or `overlays` in the config";
    const own = await loadOwn(file, host, { name: "overlay", code: "OVERLAY_INVALID", remedy });
    const overlay = readOverlay(own, file);
    loaded.push({ ...overlay, ...record(overlay) });
  }
  return loaded;
}

/**
 * The overlays that a snapshot was made with, as far as they can be had: those that the config does not name (a run
 * without the config that they are in) are read where the lock says, and count if they are what they were. A lock is
 * held to what a config may name: it is no more trusted.
 */
export async function recordedOverlays(
  applied: readonly Applied[],
  overlays: readonly Correction[],
  host: Pick<Host, "folder">,
): Promise<Correction[]> {
  const found = [...overlays];
  for (const each of applied.filter((one) => !overlays.some((other) => same(other, one)))) {
    try {
      found.push(...(await loadOverlays(readConfig({ overlays: [each.file] }, each.file), host)));
    } catch (error) {
      if (!(error instanceof GeneratorError)) throw error;
    }
  }
  return found;
}

/** A document with overlays applied. The parser for JSONPath is loaded only when there are any. */
export async function correct(document: Json, overlays: readonly Overlay[], strict = true): Promise<Corrected> {
  if (overlays.length === 0) return { document, warnings: [] };
  const { apply } = await import("../overlay/apply.ts");
  try {
    return apply(document, overlays, strict);
  } catch (error) {
    // Where nothing matches because this is no API's document, it is that which has to be told.
    gate(document);
    throw error;
  }
}

/** The document as the overlays have it. A run without any has no such stage. */
export const corrections = async (document: Json, rest: readonly Correction[], stage: Stage): Promise<Corrected> =>
  rest.length === 0
    ? { document, warnings: [] }
    : stage(
        "overlay",
        () => correct(document, rest),
        () => rest.map(({ file }) => file).join(", "),
      );

/**
 * The overlays that a document has had already: those that the lock of a snapshot lists. Undefined for what is no
 * snapshot of ours. A lock beside a document need not be its own: `spec/api_v2.json` has that of the snapshot.
 */
export function appliedTo(document: Json, lock: string | undefined, isSnapshot: boolean): Applied[] | undefined {
  const known = parseObject(lock);
  return isSnapshot || (lock !== undefined && known.sha256 === sha256(printJson(document)))
    ? appliedOf(known)
    : undefined;
}

/** Why a document that has overlays in it cannot be given those of the config. */
export const overlaysChanged = (
  overlays: readonly Correction[],
  { source, applied }: { source: string; applied: readonly Applied[] },
): GeneratorError =>
  new GeneratorError(
    "OVERLAY_CHANGED",
    source,
    `the snapshot was made with ${named(applied)}, and the config has ${named(overlays)}; what an overlay did cannot be taken back`,
    "Run with network, or with --source and the API's own document",
  );
