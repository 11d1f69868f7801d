import type { Json } from "../../document/json.ts";
import type { EnumValue } from "../../model/model.ts";
import type { Kind } from "./kind-names.ts";

/** How much a change asks of callers, the most first. */
export const levels = ["breaking", "risky", "additive", "docs"] as const;
export type Level = (typeof levels)[number];

/** What each level asks of the next version of a client. */
export const semver = { breaking: "major", risky: "minor", additive: "minor", docs: "patch", none: "none" } as const;

/** Which way the thing that changed travels; `none` for what is neither sent nor received. */
export type Direction = "request" | "response" | "none";

/** One cause, wherever it is met. */
export interface Change {
  /** A fingerprint of what changed and where; the same on every run, whatever else changed. */
  readonly id: string;
  readonly kind: Kind;
  readonly level: Level;
  readonly direction: Direction;
  readonly sites: readonly string[];
  /** The enum value, or the label map's key, that the change is about. */
  readonly value?: EnumValue;
  readonly before: Json;
  readonly after: Json;
  /** What changed, in the document's words. */
  readonly message: string;
  /** What that is to a caller in TypeScript. */
  readonly impact: string;
  /** Words of a new text that ask for more than the schema does. */
  readonly undeclaredConstraints?: readonly string[];
  /** Whether it comes from an overlay of ours, and not from upstream. */
  readonly fromOverlay?: boolean;
}

/** A change, and where in the two documents it stands: for reports that point there. */
export interface Located extends Change {
  /** JSON pointers into the head document; into the base document for what is gone. */
  readonly pointers: readonly string[];
}

/** A change that the config says to pass over, and why. */
export interface Ignored extends Located {
  readonly reason: string;
}

/** What two documents differ by. */
export interface Drift {
  /** The two documents, as they were given. */
  readonly base: string;
  readonly head: string;
  /** The overlays that head was read with. Absent where there are none. */
  readonly overlays?: readonly string[];
  readonly level: Level | "none";
  readonly semver: (typeof semver)[Level | "none"];
  /** The weightiest first. */
  readonly changes: readonly Located[];
  /** What is not among the changes because the config says so. It has no part in the level. */
  readonly ignored: readonly Ignored[];
  /** What is wrong with the ignore list, and what of overlays cannot be told apart. */
  readonly notices: readonly string[];
}

/** The level of the weightiest change. */
export const highestLevel = (changes: readonly Pick<Change, "level">[]): Level | "none" =>
  levels.find((level) => changes.some((change) => change.level === level)) ?? "none";
