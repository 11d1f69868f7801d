import { type Contract, type ContractOperation, emptySchema, type ResolvedSchema } from "../contract/contract.ts";
import { findUnclassified } from "./find-unclassified.ts";
import type { Direction } from "./findings/change.ts";
import { type ContractPair, expandSchemas } from "./findings/expand-schemas.ts";
import { findDirections } from "./findings/find-directions.ts";
import type { Finding } from "./findings/finding.ts";
import {
  itemLocation,
  type Location,
  operationLocation,
  propertyLocation,
  schemaLocation,
} from "./findings/location.ts";
import { pairMessages, pairParameters } from "./findings/pair-parts.ts";
import { pairVariants, variantsOf } from "./findings/pair-variants.ts";
import type { Named, Rules, SchemaRule } from "./findings/rule.ts";
import { haveSameType, isUnion } from "./kinds/types.ts";
import { matchSchemas } from "./match-schemas.ts";
import { rules as allRules } from "./registry.ts";

/** Two documents and the rules that compare them. */
interface Comparison {
  readonly pair: ContractPair;
  readonly rules: Rules;
}

/**
 * Finds all differences between two documents that matter to callers. Component names, order and other noise do not.
 * A difference that no rule finds is reported as unclassified.
 */
export function compareContracts(base: Contract, head: Contract, rules: Rules = allRules): Finding[] {
  const comparison: Comparison = { pair: { base, head, match: matchSchemas(base, head) }, rules };
  const { pair } = comparison;
  const isSameText = createTextComparison(pair);
  const findings = [
    ...Object.values(rules.document).flatMap((rule) => rule(pair)),
    ...[...base.operations].flatMap(([site, before]) => {
      const after = head.operations.get(site);
      if (!after || isSameText(before, after)) return [];
      return compareOperations(before.read(), after.read(), operationLocation(site, after), comparison);
    }),
    ...compareComponents(comparison, isSameText),
  ];
  return findings.length > 0 ? findings : findUnclassified(pair);
}

type TextComparison = (before: { readonly text: string }, after: { readonly text: string }) => boolean;

/**
 * Creates a function that returns whether two parts of the documents have the same text, so that they need no comparison.
 * It is always false if the same text can have another meaning: if component names, enum names or shared parts differ.
 */
function createTextComparison({ base, head, match }: ContractPair): TextComparison {
  const headEnums = new Map(head.names.enums.map((each) => [each.name, each]));
  const areEnumsEqual = base.names.enums.every(({ name, members }) =>
    headEnums
      .get(name)
      ?.members.every((member) => members.every(({ name, value }) => value !== member.value || name === member.name)),
  );
  const haveSameMeaning =
    base.shared === head.shared && areEnumsEqual && [...match].every(([key, headKey]) => key === headKey);
  return (before, after) => haveSameMeaning && before.text === after.text;
}

function compareOperations(
  before: ContractOperation,
  after: ContractOperation,
  location: Location,
  comparison: Comparison,
): Finding[] {
  return [
    ...Object.values(comparison.rules.operation).flatMap((rule) => rule(before, after, location)),
    ...pairParameters(before, after, location).flatMap((parameter) =>
      compareSchemas(parameter.before.schema, parameter.after.schema, parameter.location, comparison),
    ),
    ...pairMessages(before, after, location).flatMap((message) =>
      [...message.before.content].flatMap(([mediaType, schema]) => {
        const newSchema = message.after.content.get(mediaType);
        return newSchema ? compareSchemas(schema, newSchema, message.location, comparison) : [];
      }),
    ),
  ];
}

/** Compares the component schemas that both documents have, once per direction. */
function compareComponents(comparison: Comparison, isSameText: TextComparison): Finding[] {
  const { base, head, match } = comparison.pair;
  const [oldDirections, newDirections] = [findDirections(base), findDirections(head)];
  return [...match].flatMap(([key, headKey]) => {
    const [before, after] = [base.schemas.get(key), head.schemas.get(headKey)];
    if (!before || !after || isSameText(before, after)) return [];
    return commonDirections(oldDirections(key), newDirections(headKey)).flatMap((direction) =>
      compareSchemas(before.schema(), after.schema(), schemaLocation(headKey, head, direction), comparison),
    );
  });
}

/** The directions of both documents, or the new ones if they have none in common. */
const commonDirections = (before: ReadonlySet<Direction>, after: ReadonlySet<Direction>): Direction[] => {
  const common = [...after].filter((direction) => before.has(direction));
  return common.length > 0 ? common : [...after];
};

/** Compares two schemas at one location, with everything inside them. */
function compareSchemas(
  before: ResolvedSchema,
  after: ResolvedSchema,
  location: Location,
  comparison: Comparison,
  seen: Set<string> = new Set(),
): Finding[] {
  // Two components are compared once per location, however often they refer to themselves.
  const key = [before, after].map(({ refs, pointer }) => refs.join() || pointer).join(" ");
  if (seen.has(key)) return [];
  seen.add(key);

  const { pair, rules } = comparison;
  const [oldSchema, newSchema] = expandSchemas(before, after, pair);
  const apply = (named: Named<SchemaRule>): Finding[] =>
    Object.values(named).flatMap((rule) => rule(oldSchema, newSchema, location, pair));
  const compareInside = (a: ResolvedSchema, b: ResolvedSchema, inside: Location): Finding[] =>
    compareSchemas(a, b, inside, comparison, seen);
  const compareVariants = (): Finding[] =>
    pairVariants(variantsOf(oldSchema), variantsOf(newSchema), pair.match).pairs.flatMap(([a, b]) =>
      compareInside(a, b, location),
    );

  const findings = apply(rules.schema);
  // The other keywords of different types cannot be compared.
  if (!haveSameType(oldSchema, newSchema)) return findings;
  // A schema that became a union, or the only variant of one, is compared with its counterpart among the variants.
  if (isUnion(oldSchema) !== isUnion(newSchema)) return [...findings, ...apply(rules.union), ...compareVariants()];
  return [
    ...findings,
    ...apply(rules.sameType),
    ...apply(rules.union),
    ...[...oldSchema.properties].flatMap(([name, property]) => {
      const newProperty = newSchema.properties.get(name);
      return newProperty ? compareInside(property, newProperty, propertyLocation(location, name)) : [];
    }),
    ...(oldSchema.items || newSchema.items
      ? compareInside(
          oldSchema.items ?? emptySchema(oldSchema.pointer),
          newSchema.items ?? emptySchema(newSchema.pointer),
          itemLocation(location),
        )
      : []),
    ...(oldSchema.additionalProperties && newSchema.additionalProperties
      ? compareInside(oldSchema.additionalProperties, newSchema.additionalProperties, propertyLocation(location, "*"))
      : []),
    ...(oldSchema.variants.length > 0 && newSchema.variants.length > 0 ? compareVariants() : []),
  ];
}
