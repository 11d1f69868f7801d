import type { Contract, Endpoint, Message } from "../model/contract.ts";
import type { Direction } from "./change.ts";
import { unexplained } from "./differs.ts";
import type { Finding } from "./finding.ts";
import { matchSchemas } from "./match.ts";
import type { Place } from "./place.ts";
import { reach } from "./reach.ts";
import { type Rules, rulesFor } from "./rules/index.ts";
import { bodyPlace, responsePlace } from "./rules/messages.ts";
import { operationPlace } from "./rules/operations.ts";
import { pairs, parameterPlace } from "./rules/parameters.ts";
import { schemaPlace } from "./rules/schemas.ts";
import type { Pair } from "./views.ts";
import { walk } from "./walk.ts";

/**
 * Every difference that matters, place by place. Documents that differ in nothing but names of components, order and
 * noise give none; what no rule explains is found, too.
 */
export function findings(base: Contract, head: Contract, rules: (pair: Pair) => Rules = rulesFor): Finding[] {
  const pair: Pair = { base, head, match: matchSchemas(base, head) };
  const set = rules(pair);
  const same = sameText(pair);
  const found = [
    ...Object.values(set.contract).flatMap((rule) => rule(pair)),
    ...[...base.endpoints].flatMap(([site, before]) => {
      const after = head.endpoints.get(site);
      if (!after || same(before, after)) return [];
      return ofEndpoint(before.read(), after.read(), operationPlace(site, after), pair, set);
    }),
    ...ofComponents(pair, set, same),
  ];
  return found.length > 0 ? found : unexplained(pair);
}

/**
 * Tells whether two things read the same, so that nothing in them can differ. Where names of components or of enums
 * are others, or what operations share is, the same words need not mean the same.
 */
function sameText({ base, head, match }: Pair): (before: { text: string }, after: { text: string }) => boolean {
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

function ofEndpoint(before: Endpoint, after: Endpoint, place: Place, pair: Pair, rules: Rules): Finding[] {
  const ofMessage = (old: Message, now: Message, at: Place): Finding[] =>
    [...old.content].flatMap(([type, shape]) => {
      const other = now.content.get(type);
      return other ? walk(shape, other, at, pair, rules.schema) : [];
    });
  return [
    ...Object.values(rules.endpoint).flatMap((rule) => rule(before, after, place)),
    ...pairs(before.parameters, after.parameters).flatMap(([old, now]) =>
      walk(old.shape, now.shape, parameterPlace(place, now), pair, rules.schema),
    ),
    ...(before.body && after.body ? ofMessage(before.body, after.body, bodyPlace(place)) : []),
    ...[...before.responses].flatMap(([status, response]) => {
      const other = after.responses.get(status);
      return other ? ofMessage(response, other, responsePlace(place, status)) : [];
    }),
  ];
}

/** Components that both documents have, once each way that they travel in both. */
function ofComponents(pair: Pair, rules: Rules, same: ReturnType<typeof sameText>): Finding[] {
  const { base, head, match } = pair;
  const [before, after] = [reach(base), reach(head)];
  return [...match].flatMap(([key, other]) => {
    const [one, two] = [base.schemas.get(key), head.schemas.get(other)];
    if (!one || !two || same(one, two)) return [];
    return directions(before(key), after(other)).flatMap((direction) =>
      walk(one.shape(), two.shape(), schemaPlace(other, head, direction), pair, rules.schema),
    );
  });
}

/** The ways of before that are ways of now; all of now where it has turned round. */
const directions = (before: ReadonlySet<Direction>, after: ReadonlySet<Direction>): Direction[] => {
  const kept = [...after].filter((direction) => before.has(direction));
  return kept.length > 0 ? kept : [...after];
};
