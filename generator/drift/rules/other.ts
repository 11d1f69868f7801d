import { at } from "../../spec/grammar.ts";
import { canonical, type JsonObject, pick } from "../../spec/json.ts";
import { renamed } from "../differs.ts";
import { type Finding, finding } from "../finding.ts";
import { limitKeywords } from "../kinds.ts";
import type { Place } from "../place.ts";
import type { Match } from "../views.ts";
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
export const otherKeywords =
  (match: Match): SchemaRule =>
  (before, after, place) =>
    others(
      renamed(
        pick(before.keywords, (key) => !ruled.has(key)),
        match,
      ),
      renamed(
        pick(after.keywords, (key) => !ruled.has(key)),
        new Map(),
      ),
      place,
      after.pointer,
    );

/** Every entry that two objects differ by. */
export const others = (before: JsonObject, after: JsonObject, place: Place, pointer: string): Finding[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => canonical(before[key] ?? null) !== canonical(after[key] ?? null))
    .map((key) =>
      finding("other-changed", "risky", {
        place,
        pointer: at(pointer, key),
        before: before[key],
        after: after[key],
      }),
    );
