import type { Shape } from "../../model/shape.ts";
import { at } from "../../spec/grammar.ts";
import { canonical, type JsonObject, pick } from "../../spec/json.ts";
import { renamed } from "../differs.ts";
import { type Finding, finding } from "../finding.ts";
import type { Place } from "../place.ts";
import type { Match } from "../views.ts";
import { ruled } from "./keywords.ts";
import type { SchemaRule } from "./rule.ts";

/** Keywords that no rule is about: what they mean to callers has to be looked at by someone. */
export const otherKeywords = (match: Match): SchemaRule => {
  const rest = ({ keywords }: Shape, names: Match) =>
    renamed(
      pick(keywords, (key) => !ruled.has(key)),
      names,
    );
  return (before, after, place) => others(rest(before, match), rest(after, new Map()), place, after.pointer);
};

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
