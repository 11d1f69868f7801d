// Generated from snapshot.json. Do not edit: run `npm run generate`.

import { guard, labeller, type ValueOf } from "./runtime/enums.js";

/** Found at `Thing.mixed`. */
export const ThingMixed = {
  One: 1,
  Mixed1: "1",
  Two: 2,
} as const;
export type ThingMixed = ValueOf<typeof ThingMixed>;

/** The document's label of each value of `ThingMixed`. */
export const ThingMixedLabels = {
  [ThingMixed.One]: "One",
  [ThingMixed.Two]: "Two",
} as const satisfies Record<ThingMixed, string>;

/** Whether a value is one of `ThingMixed`. */
export const isThingMixed = /* @__PURE__ */ guard(ThingMixed);

/** Returns the label of a value of `ThingMixed`, or `Unknown (…)` for a value that the document does not list. */
export const labelThingMixed = /* @__PURE__ */ labeller(ThingMixed, ThingMixedLabels);

/** Found at `Thing.state`. */
export const ThingState = {
  On: 1,
  State2: 2,
} as const;
export type ThingState = ValueOf<typeof ThingState>;

/** The document's label of each value of `ThingState`. */
export const ThingStateLabels = {
  [ThingState.On]: "On",
} as const satisfies Partial<Record<ThingState, string>>;

/** Whether a value is one of `ThingState`. */
export const isThingState = /* @__PURE__ */ guard(ThingState);

/** Returns the label of a value of `ThingState`, or `Unknown (…)` for a value that the document does not list. */
export const labelThingState = /* @__PURE__ */ labeller(ThingState, ThingStateLabels);
