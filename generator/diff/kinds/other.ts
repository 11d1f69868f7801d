import type { ResolvedSchema } from "../../contract/contract.ts";
import { canonicalJson, filterEntries, type JsonObject } from "../../document/json.ts";
import { jsonPointer } from "../../document/json-pointer.ts";
import type { SchemaMatch } from "../findings/expand-schemas.ts";
import { type Finding, finding } from "../findings/finding.ts";
import type { Location } from "../findings/location.ts";
import { renameReferences } from "../unclassified.ts";
import { ruled } from "./keywords.ts";
import type { SchemaRule } from "./rule.ts";

/** Keywords that no rule is about: what they mean to callers has to be looked at by someone. */
export const otherKeywords = (match: SchemaMatch): SchemaRule => {
  const rest = ({ keywords }: ResolvedSchema, names: SchemaMatch) =>
    renameReferences(
      filterEntries(keywords, (key) => !ruled.has(key)),
      names,
    );
  return (before, after, location) => others(rest(before, match), rest(after, new Map()), location, after.pointer);
};

/** Every entry that two objects differ by. */
export const others = (before: JsonObject, after: JsonObject, location: Location, pointer: string): Finding[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => canonicalJson(before[key] ?? null) !== canonicalJson(after[key] ?? null))
    .map((key) =>
      finding("other-changed", "risky", {
        location,
        pointer: jsonPointer(pointer, key),
        before: before[key],
        after: after[key],
      }),
    );
