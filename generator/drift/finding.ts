import type { EnumValue } from "../model.ts";
import { canonical, type Json } from "../spec/json.ts";
import type { Level } from "./change.ts";
import type { Kind, Turn } from "./kinds.ts";
import type { Place } from "./place.ts";

/** What a rule finds at one place. Findings of one cause become one change. */
export interface Finding {
  readonly kind: Kind;
  readonly level: Level;
  readonly place: Place;
  readonly before: Json;
  readonly after: Json;
  readonly value?: EnumValue;
  /** What the client exports for it, where the place does not say: an enum, its member. */
  readonly names?: { readonly enum: string; readonly member?: string; readonly before?: string };
  readonly tightens?: readonly string[];
  /** Whether it comes from an overlay of ours, and not from upstream. */
  readonly ours?: boolean;
  readonly pointer: string;
}

/** Where a finding stands, and what stood there. */
interface Where {
  readonly place: Place;
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
  { place, pointer, before = null, after = null }: Where,
  more: Pick<Finding, "value" | "names" | "tightens"> = {},
): Finding => ({
  kind,
  level: typeof levels === "string" ? levels : levels[place.direction === "response" ? 1 : 0],
  place,
  before,
  after,
  ...more,
  pointer,
});

/** What became of a value that need not be there; nothing where it is the same. */
export function turnOf(before: Json | undefined, after: Json | undefined): Turn | undefined {
  if (canonical(before ?? null) === canonical(after ?? null)) return undefined;
  if (before === undefined) return "added";
  return after === undefined ? "removed" : "changed";
}
