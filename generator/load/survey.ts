import type { Json } from "../spec/json.ts";
import { maxDepth } from "./limits.ts";

/** What a look at every value of a document shows. */
export interface Survey {
  /** The keys of all its objects. */
  readonly keys: number;
  /** Its lists, objects and other values. */
  readonly values: number;
  /** Whether it is not too deep, and every number is one. */
  readonly sound: boolean;
}

/** Looks at every value, up to a number of them. It is called for every document, so it is written to be fast. */
export function survey(document: Json, most = Number.POSITIVE_INFINITY): Survey {
  let keys = 0;
  let values = 0;
  let sound = true;
  const look = (value: Json, depth: number): void => {
    values++;
    if (typeof value === "number") sound &&= Number.isFinite(value);
    if (typeof value !== "object" || value === null || values > most) return;
    if (depth === maxDepth) {
      sound = false;
    } else if (Array.isArray(value)) {
      for (const item of value) look(item, depth + 1);
    } else {
      const children = Object.values(value);
      keys += children.length;
      for (const child of children) look(child, depth + 1);
    }
  };
  look(document, 0);
  return { keys, values, sound };
}
