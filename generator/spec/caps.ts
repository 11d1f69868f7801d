import { GeneratorError } from "../errors.ts";
import { at } from "./grammar.ts";
import type { Json } from "./json.ts";

/** How large a selection may be. The largest documents in public use stay below a tenth of each. */
export const caps = {
  /** Objects and lists inside one another. */
  depth: 200,
  /** Values of any kind. */
  values: 2_000_000,
  /** Items of one list: an `enum` of more is data, not a type. */
  items: 10_000,
  /** Characters of a key, be it a path, a property or the name of a component. */
  key: 1000,
} as const;

/** A value, and the way to it: for the pointer that nobody needs until something is wrong. */
interface Place {
  readonly value: Json;
  readonly key: string;
  readonly depth: number;
  readonly parent: Place | undefined;
}

/** Refuses what no generator should be asked to print. It goes through the values without recursion: depth is what it looks for. */
export function capped<Document extends Json>(document: Document): Document {
  const open: Place[] = [{ value: document, key: "#", depth: 0, parent: undefined }];
  let count = 0;
  for (let place = open.pop(); place; place = open.pop()) {
    const { value, key, depth } = place;
    if (++count > caps.values) throw tooMuch(place, `the selection has more than ${caps.values} values`);
    if (depth > caps.depth) throw tooMuch(place, `objects and lists are nested more than ${caps.depth} deep`);
    if (key.length > caps.key) throw tooMuch(place.parent ?? place, `a key has more than ${caps.key} characters`);
    if (typeof value === "number" && !Number.isFinite(value)) throw tooMuch(place, "the number is too large");
    if (typeof value !== "object" || value === null) continue;
    if (Array.isArray(value) && value.length > caps.items)
      throw tooMuch(place, `the list has more than ${caps.items} items`);
    for (const [name, child] of Object.entries(value))
      open.push({ value: child, key: name, depth: depth + 1, parent: place });
  }
  return document;
}

function tooMuch(place: Place, what: string): GeneratorError {
  const keys: string[] = [];
  for (let each: Place | undefined = place; each?.parent; each = each.parent) keys.unshift(each.key);
  // The way to something deep is long; its start is enough to find it.
  const pointer = at("#", ...keys.slice(0, 12)) + (keys.length > 12 ? "/…" : "");
  return new GeneratorError("TOO_LARGE", pointer, what, "Select less of the document, or correct it");
}
