import { at } from "../../spec/grammar.ts";
import type { JsonObject } from "../../spec/json.ts";
import { canonical } from "../../spec/json.ts";
import { type Finding, finding } from "../finding.ts";
import type { Place } from "../place.ts";
import { limitKeywords } from "./limits.ts";
import type { SchemaRule } from "./rule.ts";

/** Keywords that have a rule. */
const ruled: ReadonlySet<string> = new Set([
  ...limitKeywords,
  "const",
  "default",
  "deprecated",
  "description",
  "format",
  "pattern",
  "readOnly",
]);

/** Keywords that no rule is about: what they mean to callers has to be looked at by someone. */
export const otherKeywords: SchemaRule = (before, after, place) =>
  others(
    Object.fromEntries(Object.entries(before.keywords).filter(([key]) => !ruled.has(key))),
    Object.fromEntries(Object.entries(after.keywords).filter(([key]) => !ruled.has(key))),
    place,
    after.pointer,
  );

/** Every entry that two objects differ by. */
export const others = (before: JsonObject, after: JsonObject, place: Place, pointer: string): Finding[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => canonical(before[key] ?? null) !== canonical(after[key] ?? null))
    .map((key) =>
      finding("other-changed", ["risky", "risky"], {
        place,
        pointer: at(pointer, key),
        before: before[key],
        after: after[key],
      }),
    );
