import type { Shape } from "../../model/shapes.ts";
import { canonical } from "../../spec/json.ts";
import { finding } from "../finding.ts";
import type { Match } from "../views.ts";
import type { SchemaRule } from "./rule.ts";

/** The alternatives of a value: one that is new in an answer is met by callers that do not know it. */
export const unions =
  (match: Match): SchemaRule =>
  (before, after, place) => {
    const { added, removed } = pairBranches(before.branches, after.branches, match);
    return [
      ...added.map((branch) =>
        finding("union-branch-added", ["additive", "risky"], { place, pointer: branch.pointer, after: nameOf(branch) }),
      ),
      ...removed.map((branch) =>
        finding("union-branch-removed", ["breaking", "breaking"], {
          place,
          pointer: branch.pointer,
          before: nameOf(branch),
        }),
      ),
    ];
  };

/**
 * Which alternatives belong together: those that say the same, then those of one component, then those of one type in
 * their order. What is left has come or gone.
 */
export function pairBranches(before: readonly Shape[], after: readonly Shape[], match: Match) {
  const pairs: (readonly [Shape, Shape])[] = [];
  let [old, now] = [[...before], [...after]];
  const keys: ((shape: Shape, isBase: boolean) => string)[] = [
    (shape, isBase) => says(shape, isBase ? match : undefined),
    ({ bases }, isBase) => bases.map((name) => (isBase ? match.get(name) : name)).join() || "none",
    ({ bases, types, keywords }) => canonical([bases.length, types ?? [], keywords.const ?? null]),
  ];
  for (const key of keys) {
    for (const one of old) {
      const other = now.find((each) => key(each, false) === key(one, true));
      if (!other || (key === keys[1] && one.bases.length === 0)) continue;
      pairs.push([one, other]);
      old = old.filter((each) => each !== one);
      now = now.filter((each) => each !== other);
    }
  }
  return { pairs, added: now, removed: old };
}

/** All that a schema says, as one text, its components by their head names. */
export const says = (shape: Shape, match?: Match): string =>
  canonical({
    bases: shape.bases.map((name) => match?.get(name) ?? name),
    types: shape.types ?? [],
    nullable: shape.nullable ?? false,
    enum: [...(shape.enum?.values ?? [])].map(String).sort(),
    required: [...shape.required].sort(),
    keywords: shape.keywords,
    properties: Object.fromEntries([...shape.properties].map(([name, each]) => [name, says(each, match)])),
    items: shape.items ? says(shape.items, match) : null,
    additional: shape.additional ? says(shape.additional, match) : null,
    branches: shape.branches.map((branch) => says(branch, match)).sort(),
  });

/** What a reader calls an alternative. */
const nameOf = ({ bases, types, keywords, properties }: Shape): string => {
  if (bases.length > 0) return bases.join(" & ");
  if (keywords.const !== undefined) return canonical(keywords.const);
  const type = types?.join(" or ") ?? "anything";
  return properties.size > 0 ? `${type} with ${[...properties.keys()].join(", ")}` : type;
};
