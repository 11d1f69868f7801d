import type { ResolvedSchema } from "../../contract/contract.ts";
import { canonicalJson, type Json } from "../../document/json.ts";
import type { SchemaMatch } from "../findings/expand-schemas.ts";
import { finding } from "../findings/finding.ts";
import { schemaSimilarity } from "../findings/schema-similarity.ts";
import type { SchemaRule } from "./rule.ts";
import { isUnion } from "./types.ts";

/** The alternatives of a value: one that is new in an answer is met by callers that do not know it. */
export const unions =
  (match: SchemaMatch): SchemaRule =>
  (before, after, location) => {
    // What was one thing and is one of several now is one of them; conditions beside properties are all new.
    const of = isUnion(before) === isUnion(after) ? ({ variants }: ResolvedSchema) => variants : alternatives;
    const { added, removed } = pairBranches(of(before), of(after), match);
    return [
      ...added.map((branch) =>
        finding("union-branch-added", ["additive", "risky"], {
          location,
          pointer: branch.pointer,
          after: nameOf(branch),
        }),
      ),
      ...removed.map((branch) =>
        finding("union-branch-removed", "breaking", {
          location,
          pointer: branch.pointer,
          before: nameOf(branch),
        }),
      ),
    ];
  };

/** What a value may be. One that is no union is its own only alternative, less what is said of the place it has. */
export function alternatives(shape: ResolvedSchema): readonly ResolvedSchema[] {
  if (shape.variants.length > 0) return shape.variants;
  const { description: _, deprecated: __, default: ___, readOnly: ____, ...keywords } = shape.keywords;
  const { nullable: _____, ...rest } = shape;
  return [{ ...rest, keywords }];
}

/**
 * Which alternatives belong together: those that say the same; then those of one component; then those that are told
 * apart by the same constant; then the most alike. What is left has come or gone.
 */
export function pairBranches(before: readonly ResolvedSchema[], after: readonly ResolvedSchema[], match: SchemaMatch) {
  const pairs: (readonly [ResolvedSchema, ResolvedSchema])[] = [];
  let [old, now] = [[...before], [...after]];
  const take = (one: ResolvedSchema, other: ResolvedSchema): void => {
    pairs.push([one, other]);
    old = old.filter((each) => each !== one);
    now = now.filter((each) => each !== other);
  };
  const keys: ((shape: ResolvedSchema, names: SchemaMatch) => string)[] = [
    (shape, names) => canonicalJson(says(shape, names)),
    ({ refs }, names) => refs.map((name) => names.get(name) ?? name).join(),
    tags,
  ];
  for (const key of keys)
    for (const one of [...old]) {
      const wanted = key(one, match);
      const other = now.find((each) => wanted !== "" && key(each, new Map()) === wanted);
      if (other) take(one, other);
    }
  const alike = old
    .flatMap((one) => now.map((other) => ({ one, other, score: schemaSimilarity(one, other) })))
    .filter(({ one, other, score }) => score > 0.3 && sameTypes(one, other))
    .sort((a, b) => b.score - a.score);
  for (const { one, other } of alike) if (old.includes(one) && now.includes(other)) take(one, other);
  return { pairs, added: now, removed: old };
}

const sameTypes = (a: ResolvedSchema, b: ResolvedSchema): boolean =>
  canonicalJson(a.types ?? []) === canonicalJson(b.types ?? []);

/** The constants that tell an alternative from its neighbours. */
const tags = ({ properties }: ResolvedSchema): string => {
  const found = [...properties].flatMap(([name, { keywords, enum: values }]) => {
    const tag = keywords.const ?? (values?.values.length === 1 ? values.values[0] : undefined);
    return tag === undefined ? [] : [[name, tag] as const];
  });
  return found.length === 0 ? "" : canonicalJson(Object.fromEntries(found));
};

/** All that a schema says, its components by the names of `names`. */
export const says = (shape: ResolvedSchema, names: SchemaMatch): Json => ({
  bases: shape.refs.map((name) => names.get(name) ?? name),
  types: shape.types ?? [],
  nullable: shape.nullable ?? false,
  enum: [...(shape.enum?.values ?? [])].map(String).sort(),
  required: [...shape.required].sort(),
  keywords: shape.keywords,
  properties: Object.fromEntries([...shape.properties].map(([name, each]) => [name, says(each, names)])),
  items: shape.items ? says(shape.items, names) : null,
  additional: shape.additionalProperties ? says(shape.additionalProperties, names) : null,
  branches: shape.variants.map((branch) => says(branch, names)),
});

/** What a reader calls an alternative. */
const nameOf = ({ refs, types, keywords, properties, enum: values }: ResolvedSchema): string => {
  if (refs.length > 0) return refs.join(" & ");
  if (keywords.const !== undefined) return canonicalJson(keywords.const);
  const type = types?.join(" or ") ?? "anything";
  if (values) return `${type} out of ${values.values.map((value) => JSON.stringify(value)).join(", ")}`;
  return properties.size > 0 ? `${type} with ${[...properties.keys()].join(", ")}` : type;
};
