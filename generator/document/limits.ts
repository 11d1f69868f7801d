import { GeneratorError } from "../util/errors.ts";
import { isArray, type Json, type JsonObject } from "./json.ts";
import { jsonPointer } from "./json-pointer.ts";

/** The largest public documents stay below a tenth of each limit. */
export const documentLimits = {
  /** Nesting of objects and arrays. The API's own document has 26. Passes recurse, so this also limits the stack. */
  depth: 200,
  /** Nesting of OpenAPI objects, such as a schema in a property of a schema. */
  objects: 100,
  /** Values of any type, in total. */
  values: 2_000_000,
  /** Items of one array. A longer `enum` is data, not a type. */
  items: 10_000,
  /** UTF-16 code units of a key, such as a path, a property or the name of a component. */
  key: 1000,
} as const;

/** A value over a limit. */
interface Excess {
  readonly message: string;
  /** The keys that lead to the value, innermost first. */
  readonly keys: string[];
}

/** Throws if a document is over one of the limits. */
export function enforceLimits<Document extends Json>(document: Document): Document {
  let count = 0;
  // Keys are collected on the way back, so that valid documents do not pay for them.
  const findExcess = (value: Json, depth: number): Excess | undefined => {
    if (++count > documentLimits.values) return excess(`the selection has more than ${documentLimits.values} values`);
    if (typeof value === "number" && !Number.isFinite(value)) return excess("the number is too large");
    if (typeof value !== "object" || value === null) return undefined;
    if (depth > documentLimits.depth)
      return excess(`objects and arrays are nested more than ${documentLimits.depth} levels deep`);
    if (isArray(value) && value.length > documentLimits.items)
      return excess(`the array has more than ${documentLimits.items} items`);
    for (const key of Object.keys(value)) {
      if (key.length > documentLimits.key) return excess(`a key has more than ${documentLimits.key} characters`);
      const found = findExcess((value as JsonObject)[key] ?? null, depth + 1);
      if (found) {
        found.keys.push(key);
        return found;
      }
    }
    return undefined;
  };
  const found = findExcess(document, 0);
  if (found) throw limitError(found);
  return document;
}

const excess = (message: string): Excess => ({ message, keys: [] });

/** Enough of the pointer to a deeply nested value to find it. */
const maxPointerTokens = 12;

function limitError({ message, keys }: Excess): GeneratorError {
  const path = keys.reverse();
  const pointer = jsonPointer("#", ...path.slice(0, maxPointerTokens)) + (path.length > maxPointerTokens ? "/…" : "");
  return new GeneratorError("TOO_LARGE", pointer, message, "Select less of the document, or correct it");
}
