import { GeneratorError } from "../errors.ts";
import { at } from "./grammar.ts";
import { isArray, type Json, type JsonObject } from "./json.ts";
import { caps } from "./limits.ts";

/** What is too much, and the keys that lead there, the last one first. */
interface Excess {
  readonly what: string;
  readonly keys: string[];
}

/** Refuses what no generator should be asked to print. */
export function capped<Document extends Json>(document: Document): Document {
  let count = 0;
  /** The way to something is put together on the way back: nobody needs it until something is wrong. */
  const look = (value: Json, depth: number): Excess | undefined => {
    if (++count > caps.values) return excess(`the selection has more than ${caps.values} values`);
    if (typeof value === "number" && !Number.isFinite(value)) return excess("the number is too large");
    if (typeof value !== "object" || value === null) return undefined;
    if (depth > caps.depth) return excess(`objects and lists are nested more than ${caps.depth} deep`);
    if (isArray(value) && value.length > caps.items) return excess(`the list has more than ${caps.items} items`);
    for (const key of Object.keys(value)) {
      if (key.length > caps.key) return excess(`a key has more than ${caps.key} characters`);
      const found = look((value as JsonObject)[key] ?? null, depth + 1);
      if (found) {
        found.keys.push(key);
        return found;
      }
    }
    return undefined;
  };
  const found = look(document, 0);
  if (found) throw tooMuch(found);
  return document;
}

const excess = (what: string): Excess => ({ what, keys: [] });

function tooMuch({ what, keys }: Excess): GeneratorError {
  const way = keys.reverse();
  // The way to something deep is long; its start is enough to find it.
  const pointer = at("#", ...way.slice(0, 12)) + (way.length > 12 ? "/…" : "");
  return new GeneratorError("TOO_LARGE", pointer, what, "Select less of the document, or correct it");
}
