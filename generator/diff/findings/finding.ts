import { canonicalJson, type Json } from "../../document/json.ts";
import type { EnumValue } from "../../model/model.ts";
import type { Level } from "./change.ts";
import type { ChangeType, Kind } from "./kind-names.ts";
import type { Location } from "./location.ts";

/** What a rule finds at one place. Findings of one cause become one change. */
export interface Finding {
  readonly kind: Kind;
  readonly level: Level;
  readonly location: Location;
  readonly before: Json;
  readonly after: Json;
  readonly value?: EnumValue;
  /** What the client exports for it, where the place does not say: an enum, its member. */
  readonly names?: { readonly enum: string; readonly member?: string; readonly before?: string };
  readonly undeclaredConstraints?: readonly string[];
  /** Whether it comes from an overlay of ours, and not from upstream. */
  readonly fromOverlay?: boolean;
  readonly pointer: string;
}

/** Where a finding stands, and what stood there. */
interface FindingSite {
  readonly location: Location;
  readonly pointer: string;
  readonly before?: Json | undefined;
  readonly after?: Json | undefined;
}

/**
 * What a finding is in a request and in a response, or either way. What travels neither way is judged as a request: it
 * is the caller who has to know.
 */
export type Levels = Level | readonly [request: Level, response: Level];

/** Makes a finding, of the level that it has the way the thing travels. */
export const finding = (
  kind: Kind,
  levels: Levels,
  { location, pointer, before = null, after = null }: FindingSite,
  more: Pick<Finding, "value" | "names" | "undeclaredConstraints"> = {},
): Finding => ({
  kind,
  level: typeof levels === "string" ? levels : levels[location.direction === "response" ? 1 : 0],
  location,
  before,
  after,
  ...more,
  pointer,
});

/** What became of a value that need not be there; nothing where it is the same. */
export function changeTypeOf(before: Json | undefined, after: Json | undefined): ChangeType | undefined {
  if (canonicalJson(before ?? null) === canonicalJson(after ?? null)) return undefined;
  if (before === undefined) return "added";
  return after === undefined ? "removed" : "changed";
}
