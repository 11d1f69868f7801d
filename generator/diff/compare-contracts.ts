import {
  type Contract,
  type ContractMessage,
  type ContractOperation,
  emptySchema,
  type ResolvedSchema,
} from "../contract/contract.ts";
import type { Direction } from "./findings/change.ts";
import { type ContractPair, expandSchemas } from "./findings/expand-schemas.ts";
import { findDirections } from "./findings/find-directions.ts";
import type { Finding } from "./findings/finding.ts";
import { itemLocation, type Location, propertyLocation } from "./findings/location.ts";
import { type Rules, rulesFor } from "./kinds/index.ts";
import { bodyPlace, responsePlace } from "./kinds/messages.ts";
import { operationPlace } from "./kinds/operations.ts";
import { pairs, parameterPlace } from "./kinds/parameters.ts";
import type { Named, SchemaRule } from "./kinds/rule.ts";
import { schemaPlace } from "./kinds/schemas.ts";
import { isUnion, sameType } from "./kinds/types.ts";
import { alternatives, pairBranches } from "./kinds/unions.ts";
import { matchSchemas } from "./match-schemas.ts";
import { findUnclassified } from "./unclassified.ts";

/**
 * Every difference that matters, place by place. Documents that differ in nothing but names of components, order and
 * noise give none; what no rule explains is found, too.
 */
export function compareContracts(
  base: Contract,
  head: Contract,
  rules: (pair: ContractPair) => Rules = rulesFor,
): Finding[] {
  const pair: ContractPair = { base, head, match: matchSchemas(base, head) };
  const set = rules(pair);
  const same = createTextComparison(pair);
  const found = [
    ...Object.values(set.contract).flatMap((rule) => rule(pair)),
    ...[...base.operations].flatMap(([site, before]) => {
      const after = head.operations.get(site);
      if (!after || same(before, after)) return [];
      return compareOperation(before.read(), after.read(), operationPlace(site, after), pair, set);
    }),
    ...compareComponents(pair, set, same),
  ];
  return found.length > 0 ? found : findUnclassified(pair);
}

/**
 * Tells whether two things read the same, so that nothing in them can differ. Where names of components or of enums
 * are others, or what operations share is, the same words need not mean the same.
 */
function createTextComparison({
  base,
  head,
  match,
}: ContractPair): (before: { text: string }, after: { text: string }) => boolean {
  const names = new Map(head.names.enums.map((each) => [each.name, each]));
  const literal =
    [...match].every(([key, other]) => key === other) &&
    base.names.enums.every((each) => {
      const other = names.get(each.name);
      return (
        other &&
        each.members.every((one) => other.members.every((two) => one.value !== two.value || one.name === two.name))
      );
    }) &&
    base.shared === head.shared;
  return (before, after) => literal && before.text === after.text;
}

function compareOperation(
  before: ContractOperation,
  after: ContractOperation,
  location: Location,
  pair: ContractPair,
  rules: Rules,
): Finding[] {
  const ofMessage = (old: ContractMessage, now: ContractMessage, at: Location): Finding[] =>
    [...old.content].flatMap(([type, shape]) => {
      const other = now.content.get(type);
      return other ? compareSchemas(shape, other, at, pair, rules.schema) : [];
    });
  return [
    ...Object.values(rules.endpoint).flatMap((rule) => rule(before, after, location)),
    ...pairs(before.parameters, after.parameters).flatMap(([old, now]) =>
      compareSchemas(old.schema, now.schema, parameterPlace(location, now), pair, rules.schema),
    ),
    ...(before.requestBody && after.requestBody
      ? ofMessage(before.requestBody, after.requestBody, bodyPlace(location))
      : []),
    ...[...before.responses].flatMap(([status, response]) => {
      const other = after.responses.get(status);
      return other ? ofMessage(response, other, responsePlace(location, status)) : [];
    }),
  ];
}

/** Components that both documents have, once each way that they travel in both. */
function compareComponents(pair: ContractPair, rules: Rules, same: ReturnType<typeof createTextComparison>): Finding[] {
  const { base, head, match } = pair;
  const [before, after] = [findDirections(base), findDirections(head)];
  return [...match].flatMap(([key, other]) => {
    const [one, two] = [base.schemas.get(key), head.schemas.get(other)];
    if (!one || !two || same(one, two)) return [];
    return directions(before(key), after(other)).flatMap((direction) =>
      compareSchemas(one.schema(), two.schema(), schemaPlace(other, head, direction), pair, rules.schema),
    );
  });
}

/** The ways of before that are ways of now; all of now where it has turned round. */
const directions = (before: ReadonlySet<Direction>, after: ReadonlySet<Direction>): Direction[] => {
  const kept = [...after].filter((direction) => before.has(direction));
  return kept.length > 0 ? kept : [...after];
};

/** The rules for schemas: those that hold whatever the type, those for values of one type, and those for alternatives. */
export interface SchemaRules {
  readonly always: Named<SchemaRule>;
  readonly ofOneType: Named<SchemaRule>;
  readonly ofUnions: Named<SchemaRule>;
}

/** Applies the rules to two schemas of one place and to all that both have inside. */
export function compareSchemas(
  before: ResolvedSchema,
  after: ResolvedSchema,
  location: Location,
  pair: ContractPair,
  rules: SchemaRules,
  seen: Set<string> = new Set(),
): Finding[] {
  // Two components are compared once where they take each other's place, however often and deep they refer to themselves.
  const here = [before, after].map(({ refs, pointer }) => refs.join() || pointer).join(" ");
  if (seen.has(here)) return [];
  seen.add(here);
  const [old, now] = expandSchemas(before, after, pair);
  const go = (a: ResolvedSchema, b: ResolvedSchema, where: Location): Finding[] =>
    compareSchemas(a, b, where, pair, rules, seen);
  const told = (named: Named<SchemaRule>): Finding[] =>
    Object.values(named).flatMap((rule) => rule(old, now, location));
  const all = told(rules.always);
  // Of a value of another type nothing else can be compared, and nothing else has to be said.
  if (!sameType(old, now)) return all;
  const pairs = () =>
    pairBranches(alternatives(old), alternatives(now), pair.match).pairs.flatMap(([a, b]) => go(a, b, location));
  // What was one thing and is one of several now, or the other way round, is compared as that one.
  if (isUnion(old) !== isUnion(now)) return [...all, ...told(rules.ofUnions), ...pairs()];
  return [
    ...all,
    ...told(rules.ofOneType),
    ...told(rules.ofUnions),
    ...[...old.properties].flatMap(([name, each]) => {
      const other = now.properties.get(name);
      return other ? go(each, other, propertyLocation(location, name)) : [];
    }),
    ...(old.items || now.items
      ? go(old.items ?? emptySchema(old.pointer), now.items ?? emptySchema(now.pointer), itemLocation(location))
      : []),
    ...(old.additionalProperties && now.additionalProperties
      ? go(old.additionalProperties, now.additionalProperties, propertyLocation(location, "*"))
      : []),
    ...(old.variants.length > 0 && now.variants.length > 0 ? pairs() : []),
  ];
}
