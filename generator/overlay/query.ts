import { exec, type JsonValue } from "jsonpath-rfc9535";
import type { Json } from "../spec/json.ts";
import { type Action, invalid } from "./read.ts";

/** The keys and indexes that lead to a value. */
export type Path = readonly (string | number)[];

/** Every place that an action's target selects. */
export function placesOf(document: Json, { target, where }: Action): Path[] {
  const places: Path[] = [];
  try {
    // It reads only, but its type has no word for that.
    exec(document as JsonValue, target, (_, path) => void places.push([...path]));
  } catch (error) {
    const what = error instanceof Error ? error.message.replace(/\.$/, "") : String(error);
    throw invalid(`${where}/target`, `${JSON.stringify(target)} is no JSONPath: ${what}`);
  }
  return places;
}
