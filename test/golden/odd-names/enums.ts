// Generated from snapshot.json. Do not edit: run `npm run generate`.

import { guard, type ValueOf } from "./runtime/enums.js";

/** Found at `Kind`. */
export const Kind = {
  Cat: "cat",
  Dog: "dog",
  Plus1: "+1",
} as const;
export type Kind = ValueOf<typeof Kind>;

/** Whether a value is one of `Kind`. */
export const isKind = /* @__PURE__ */ guard(Kind);
