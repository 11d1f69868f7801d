import type { EnumValue } from "../model.ts";
import type { Json } from "../spec/json.ts";

/** How much a change asks of callers, the most first. */
export const levels = ["breaking", "risky", "additive", "docs"] as const;
export type Level = (typeof levels)[number];

/** What each level asks of the next version of a client. */
export const semver = { breaking: "major", risky: "minor", additive: "minor", docs: "patch", none: "none" } as const;

/** Which way the thing that changed travels; `none` for what is neither sent nor received. */
export type Direction = "request" | "response" | "none";

/** What kinds of change there are. A kind is a contract: ignore lists and other tools go by it. */
export const kinds = [
  "operation-added operation-removed operation-id-changed schema-added schema-removed",
  "param-added param-removed param-became-required param-became-optional param-style-changed",
  "property-added property-removed property-became-required property-became-optional",
  "body-added body-removed body-became-required body-became-optional",
  "type-changed became-nullable became-non-nullable const-changed union-branch-added union-branch-removed",
  "enum-value-added enum-value-removed enum-label-added enum-label-removed enum-label-changed",
  "enum-member-renamed enum-renamed",
  "format-added format-removed format-changed pattern-added pattern-removed pattern-changed",
  "minimum-added minimum-removed minimum-changed maximum-added maximum-removed maximum-changed",
  "minLength-added minLength-removed minLength-changed maxLength-added maxLength-removed maxLength-changed",
  "minItems-added minItems-removed minItems-changed maxItems-added maxItems-removed maxItems-changed",
  "uniqueItems-added uniqueItems-removed uniqueItems-changed",
  "multipleOf-added multipleOf-removed multipleOf-changed",
  "default-added default-removed default-changed description-added description-removed description-changed",
  "additionalProperties-added additionalProperties-removed read-only-added read-only-removed",
  "deprecated-added deprecated-removed summary-changed",
  "response-status-added response-status-removed media-type-added media-type-removed",
  "security-changed scope-added scope-removed server-changed other-changed",
].flatMap((line) => line.split(" "));

/** One cause, wherever it is met. */
export interface Change {
  /** A fingerprint of what changed and where; the same on every run, whatever else changed. */
  readonly id: string;
  readonly kind: string;
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
  readonly tightens?: readonly string[];
  /** Whether it comes from an overlay of ours, and not from upstream. */
  readonly ours?: boolean;
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
export const worst = (changes: readonly Pick<Change, "level">[]): Level | "none" =>
  levels.find((level) => changes.some((change) => change.level === level)) ?? "none";
