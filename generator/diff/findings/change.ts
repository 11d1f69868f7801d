import type { Json } from "../../document/json.ts";
import type { EnumValue } from "../../model/model.ts";

/** The severity of a change for callers, most severe first. */
export const levels = ["breaking", "risky", "additive", "docs"] as const;
export type Level = (typeof levels)[number];

/** The version bump that each level requires of a client. */
export const semver = { breaking: "major", risky: "minor", additive: "minor", docs: "patch", none: "none" } as const;

/** The messages in which the changed value is used; `none` if it is neither sent nor received, such as an operation. */
export type Direction = "request" | "response" | "none";

/** One change, at every site where it occurs. */
export interface Change {
  /** A fingerprint of the change and its sites. It is the same on every run, whatever else changed. */
  readonly id: string;
  /** The id of its kind, such as `enum-value-added`. */
  readonly kind: string;
  readonly level: Level;
  readonly direction: Direction;
  readonly sites: readonly string[];
  /** The enum value that changed, or its key in the label map. */
  readonly value?: EnumValue;
  readonly before: Json;
  readonly after: Json;
  /** A sentence on what changed in the document. */
  readonly message: string;
  /** The meaning of the change for code that calls the client. */
  readonly impact: string;
  /** Phrases of the new description that imply a constraint missing from the schema. */
  readonly undeclaredConstraints?: readonly string[];
  /** Whether the change comes from one of the project's overlays instead of upstream. */
  readonly fromOverlay?: boolean;
}

/** A change with its location in the documents, for reports that annotate lines. */
export interface Located extends Change {
  /** JSON pointers into the head document, or into the base document for what was removed. */
  readonly pointers: readonly string[];
  /** The keyword of each pointer that changed, such as `type`. See `Kind.keyword`. */
  readonly keyword?: string;
}

/** A change that the config ignores, and the reason. */
export interface Ignored extends Located {
  readonly reason: string;
}

/** The differences between two documents. */
export interface Drift {
  /** The two documents, as named on the command line. */
  readonly base: string;
  readonly head: string;
  /** The overlays applied to the head document. Absent if there are none. */
  readonly overlays?: readonly string[];
  /** The most severe level of the changes. */
  readonly level: Level | "none";
  readonly semver: (typeof semver)[Level | "none"];
  /** Most severe first. */
  readonly changes: readonly Located[];
  /** The changes that the config ignores. They do not affect the level. */
  readonly ignored: readonly Ignored[];
  /** Problems of the ignore list, and overlays whose effect could not be separated. */
  readonly notices: readonly string[];
}

/** Returns the most severe level of the changes. */
export const highestLevel = (changes: readonly Pick<Change, "level">[]): Level | "none" =>
  levels.find((level) => changes.some((change) => change.level === level)) ?? "none";
