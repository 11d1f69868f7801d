import { GeneratorError } from "../util/errors.ts";
import { isArray, type Json, type JsonObject } from "./json.ts";
import { jsonPointer } from "./json-pointer.ts";

/** How large what is read may be. The largest documents in public use stay below a tenth of each. */
export const documentLimits = {
  /** Objects and lists inside one another. The API's own document has 26; the stages call themselves for each. */
  depth: 200,
  /** Objects of OpenAPI inside one another: a schema in a property in a schema. */
  objects: 100,
  /** Values of any kind. */
  values: 2_000_000,
  /** Items of one list: an `enum` of more is data, not a type. */
  items: 10_000,
  /** Characters of a key, be it a path, a property or the name of a component. */
  key: 1000,
} as const;

/** What is too much, and the keys that lead there, the last one first. */
interface Excess {
  readonly what: string;
  readonly keys: string[];
}

/** Refuses what no generator should be asked to print. */
export function enforceLimits<Document extends Json>(document: Document): Document {
  let count = 0;
  /** The way to something is put together on the way back: nobody needs it until something is wrong. */
  const look = (value: Json, depth: number): Excess | undefined => {
    if (++count > documentLimits.values) return excess(`the selection has more than ${documentLimits.values} values`);
    if (typeof value === "number" && !Number.isFinite(value)) return excess("the number is too large");
    if (typeof value !== "object" || value === null) return undefined;
    if (depth > documentLimits.depth)
      return excess(`objects and lists are nested more than ${documentLimits.depth} deep`);
    if (isArray(value) && value.length > documentLimits.items)
      return excess(`the list has more than ${documentLimits.items} items`);
    for (const key of Object.keys(value)) {
      if (key.length > documentLimits.key) return excess(`a key has more than ${documentLimits.key} characters`);
      const found = look((value as JsonObject)[key] ?? null, depth + 1);
      if (found) {
        found.keys.push(key);
        return found;
      }
    }
    return undefined;
  };
  const found = look(document, 0);
  if (found) throw limitError(found);
  return document;
}

const excess = (what: string): Excess => ({ what, keys: [] });

function limitError({ what, keys }: Excess): GeneratorError {
  const way = keys.reverse();
  // The way to something deep is long; its start is enough to find it.
  const pointer = jsonPointer("#", ...way.slice(0, 12)) + (way.length > 12 ? "/…" : "");
  return new GeneratorError("TOO_LARGE", pointer, what, "Select less of the document, or correct it");
}
