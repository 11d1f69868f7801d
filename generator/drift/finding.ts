import type { EnumValue } from "../model.ts";
import type { Json } from "../spec/json.ts";
import type { Level } from "./change.ts";
import type { Place } from "./place.ts";

/** What a rule finds at one place. Findings of one cause become one change. */
export interface Finding {
  readonly kind: string;
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
 * Makes a finding whose level depends on which way the thing travels: `[what it is in a request, in a response]`. What
 * travels neither way is judged as a request: it is the caller who has to know.
 */
export const finding = (
  kind: string,
  [request, response]: readonly [Level, Level],
  { place, pointer, before = null, after = null }: Where,
  more: Pick<Finding, "value" | "names" | "tightens"> = {},
): Finding => ({
  kind,
  level: place.direction === "response" ? response : request,
  place,
  before,
  after,
  ...more,
  pointer,
});

/** One level, whichever way. */
export const always = (level: Level): readonly [Level, Level] => [level, level];
