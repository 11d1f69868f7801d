// Generated from snapshot.json. Do not edit: run `npm run generate`.

import { guard, labeller, type ValueOf } from "./runtime/enums.js";

/** Found at `delivery` in the request body of `findThings`. */
export const FindThingsDelivery = {
  Delivery1: 1,
  Delivery2: 2,
} as const;
export type FindThingsDelivery = ValueOf<typeof FindThingsDelivery>;

/** Whether a value is one of `FindThingsDelivery`. */
export const isFindThingsDelivery = /* @__PURE__ */ guard(FindThingsDelivery);

/** Found at `state` in the request body of `findThings`. */
export const FindThingsState = {
  New: "new",
  Old: "old",
} as const;
export type FindThingsState = ValueOf<typeof FindThingsState>;

/** The document's label of each value of `FindThingsState`. */
export const FindThingsStateLabels = {
  [FindThingsState.New]: "Just made",
  [FindThingsState.Old]: "Long there",
} as const satisfies Record<FindThingsState, string>;

/** Whether a value is one of `FindThingsState`. */
export const isFindThingsState = /* @__PURE__ */ guard(FindThingsState);

/**
 * Returns the label of a value of `FindThingsState`, or `Unknown (…)` for a value that the document does not
 * list.
 */
export const labelFindThingsState = /* @__PURE__ */ labeller(FindThingsState, FindThingsStateLabels);
