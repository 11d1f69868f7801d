import type { ResolvedSchema } from "../../contract/contract.ts";
import { canonicalJson } from "../../document/json.ts";
import { defineKind, noCodeChanges, stopCompiling } from "../findings/define-kind.ts";
import { createFinding } from "../findings/finding.ts";
import { pairVariants, variantsOf } from "../findings/pair-variants.ts";
import { defineKindGroup, type SchemaRule } from "../findings/rule.ts";
import { isUnion } from "./types.ts";

const variantAdded = defineKind({
  id: "union-branch-added",
  level: { request: "additive", response: "risky" },
  message: ({ after }, subject) => `${subject} can now also be ${String(after)}`,
  impact: ({ usage, sent, after }) => [
    `${usage} can be ${String(after)}`,
    sent ? noCodeChanges : stopCompiling("callers that handle every variant"),
  ],
});

const variantRemoved = defineKind({
  id: "union-branch-removed",
  level: "breaking",
  message: ({ before }, subject) => `${subject} can no longer be ${String(before)}`,
  impact: ({ usage, before, sent }) => [
    `${usage} is never ${String(before)}`,
    stopCompiling(sent ? "callers that send it" : "callers that check for it"),
  ],
});

/** Compares the variants of a value. */
const unions: SchemaRule = (before, after, location, { match }) => {
  // A schema that became a union of itself and others keeps its own variant. `anyOf` beside properties has no such one.
  const listVariants = isUnion(before) === isUnion(after) ? ({ variants }: ResolvedSchema) => variants : variantsOf;
  const { added, removed } = pairVariants(listVariants(before), listVariants(after), match);
  return [
    ...added.map((variant) =>
      createFinding(variantAdded, { location, pointer: variant.pointer, after: describeVariant(variant) }),
    ),
    ...removed.map((variant) =>
      createFinding(variantRemoved, { location, pointer: variant.pointer, before: describeVariant(variant) }),
    ),
  ];
};

/** The value of `before` and `after`. Ids of changes depend on it. */
const describeVariant = ({ refs, types, keywords, properties, enum: values }: ResolvedSchema): string => {
  if (refs.length > 0) return refs.join(" & ");
  if (keywords.const !== undefined) return canonicalJson(keywords.const);
  const type = types?.join(" or ") ?? "anything";
  if (values) return `${type} out of ${values.values.map((value) => JSON.stringify(value)).join(", ")}`;
  return properties.size > 0 ? `${type} with ${[...properties.keys()].join(", ")}` : type;
};

export const unionKinds = defineKindGroup({ kinds: [variantAdded, variantRemoved], rules: { union: { unions } } });
