import type { Endpoint } from "../../model/contract.ts";
import { finding } from "../finding.ts";
import { type Place, whole } from "../place.ts";
import { text } from "./descriptions.ts";
import { others } from "./other.ts";
import type { ContractRule, EndpointRule } from "./rule.ts";

/** The place of an operation as a whole: neither sent nor received. */
export const operationPlace = (site: string, { operation }: Pick<Endpoint, "operation">): Place => ({
  ...whole(site),
  exported: operation.name,
});

/** Operations that came and went: a method on a path, whatever it is called. */
export const operations: ContractRule = ({ base, head }) => [
  ...[...head.endpoints]
    .filter(([site]) => !base.endpoints.has(site))
    .map(([site, endpoint]) =>
      finding("operation-added", "additive", {
        place: operationPlace(site, endpoint),
        pointer: endpoint.pointer,
        after: endpoint.operation.name,
      }),
    ),
  ...[...base.endpoints]
    .filter(([site]) => !head.endpoints.has(site))
    .map(([site, endpoint]) =>
      finding("operation-removed", "breaking", {
        place: operationPlace(site, endpoint),
        pointer: endpoint.pointer,
        before: endpoint.operation.name,
      }),
    ),
];

/** What an operation is called: the name of its function. */
export const operationIds: EndpointRule = (before, after, place) =>
  before.operation.name === after.operation.name
    ? []
    : [
        finding("operation-id-changed", "breaking", {
          place,
          pointer: after.pointer,
          before: before.operation.name,
          after: after.operation.name,
        }),
      ];

export const summaries: EndpointRule = (before, after, place) => {
  const [old, now] = [before.operation.summary, after.operation.summary];
  const where = { place, pointer: after.pointer, before: old, after: now };
  return old === now ? [] : [finding("summary-changed", "docs", where)];
};

export const operationTexts: EndpointRule = (before, after, place) =>
  text(before.operation.description, after.operation.description, place, after.pointer);

export const operationDeprecation: EndpointRule = (before, after, place) => {
  if (before.operation.deprecated === after.operation.deprecated) return [];
  const kind = after.operation.deprecated ? "deprecated-added" : "deprecated-removed";
  return [finding(kind, "docs", { place, pointer: after.pointer })];
};

/** What an operation says that no rule is about. */
export const otherFields: EndpointRule = (before, after, place) =>
  others(before.rest, after.rest, place, after.pointer);
