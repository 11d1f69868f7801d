import { sha256 } from "../hash.ts";
import { asArray, asString, canonical, isObject, type JsonObject } from "../spec/json.ts";
import type { Overlay } from "./read.ts";

/** What a lock says of an overlay that its snapshot has in it. */
export interface Applied {
  readonly file: string;
  /** Of its actions as canonical JSON: what the overlay does, and not how it is written or described. */
  readonly sha256: string;
}

export const record = ({ file, actions }: Overlay): Applied => ({
  file,
  sha256: sha256(canonical(actions.map(({ where: _, ...does }) => does))),
});

/** The overlays that a lock lists. */
export const appliedOf = ({ overlays }: JsonObject): Applied[] =>
  asArray(overlays)
    .filter(isObject)
    .map(({ file, sha256: hash }) => ({ file: asString(file) ?? "", sha256: asString(hash) ?? "" }));

/** The overlays that are wanted beyond those that a document has. Undefined where it has others, or another order. */
export function beyond<Each extends Applied>(wanted: readonly Each[], has: readonly Applied[]): Each[] | undefined {
  return has.every((each, index) => same(each, wanted[index])) ? wanted.slice(has.length) : undefined;
}

export const same = (one: Applied, other: Applied | undefined): boolean =>
  one.file === other?.file && one.sha256 === other.sha256;

/** A list of overlays, for a sentence. */
export const named = (overlays: readonly Applied[]): string =>
  overlays.map(({ file, sha256 }) => `${file} (${sha256.slice(0, 12)})`).join(", ") || "no overlay";
