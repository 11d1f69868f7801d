import { canonicalJson, type Json } from "../../document/json.ts";
import type { EnumValue } from "../../model/model.ts";
import type { Level } from "./change.ts";
import type { Kind, Levels } from "./define-kind.ts";
import type { Location } from "./location.ts";

/** A difference that a rule finds at one location. Findings with the same facts are merged into one change. */
export interface Finding {
  readonly kind: Kind;
  readonly level: Level;
  readonly location: Location;
  readonly before: Json;
  readonly after: Json;
  /** The enum value that changed, or its key in the label map. */
  readonly value?: EnumValue;
  /** The exported enum, and the name of the member. */
  readonly names?: { readonly enum: string; readonly member?: string };
  readonly undeclaredConstraints?: readonly string[];
  /** Whether the finding comes from one of the project's overlays instead of upstream. */
  readonly fromOverlay?: boolean;
  readonly pointer: string;
}

/** The location of a finding, and the facts that its kind reports. */
interface FindingFacts extends Pick<Finding, "location" | "pointer" | "value" | "names" | "undeclaredConstraints"> {
  readonly before?: Json | undefined;
  readonly after?: Json | undefined;
  /** Replaces the level of the kind. */
  readonly level?: Levels | undefined;
}

/** Creates a finding. Its level is that of its kind in the direction of the location. */
export const createFinding = (
  kind: Kind,
  { location, pointer, before = null, after = null, level = kind.level, ...rest }: FindingFacts,
): Finding => ({ kind, level: levelIn(level, location), location, before, after, ...rest, pointer });

/** The level in a direction. What has no direction, such as an operation, is judged like a request. */
const levelIn = (level: Levels, { direction }: Location): Level => {
  if (typeof level === "string") return level;
  return direction === "response" ? level.response : level.request;
};

/** The change of an optional value. */
export const changeTypes = ["added", "removed", "changed"] as const;
export type ChangeType = (typeof changeTypes)[number];

/** Compares two optional values. Returns `undefined` if they are equal. */
export function changeTypeOf(before: Json | undefined, after: Json | undefined): ChangeType | undefined {
  if (canonicalJson(before ?? null) === canonicalJson(after ?? null)) return undefined;
  if (before === undefined) return "added";
  return after === undefined ? "removed" : "changed";
}
