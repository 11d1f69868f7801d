import type { ContractOperation } from "../../contract/contract.ts";
import { finding } from "../findings/finding.ts";
import { type Location, wholeLocation } from "../findings/location.ts";
import { text } from "./descriptions.ts";
import { others } from "./other.ts";
import type { ContractRule, EndpointRule } from "./rule.ts";

/** The place of an operation as a whole: neither sent nor received. */
export const operationPlace = (site: string, { operation }: Pick<ContractOperation, "operation">): Location => ({
  ...wholeLocation(site),
  exported: operation.name,
});

/** Operations that came and went: a method on a path, whatever it is called. */
export const operations: ContractRule = ({ base, head }) => [
  ...[...head.operations]
    .filter(([site]) => !base.operations.has(site))
    .map(([site, endpoint]) =>
      finding("operation-added", "additive", {
        location: operationPlace(site, endpoint),
        pointer: endpoint.pointer,
        after: endpoint.operation.name,
      }),
    ),
  ...[...base.operations]
    .filter(([site]) => !head.operations.has(site))
    .map(([site, endpoint]) =>
      finding("operation-removed", "breaking", {
        location: operationPlace(site, endpoint),
        pointer: endpoint.pointer,
        before: endpoint.operation.name,
      }),
    ),
];

/** What an operation is called: the name of its function. */
export const operationIds: EndpointRule = (before, after, location) =>
  before.operation.name === after.operation.name
    ? []
    : [
        finding("operation-id-changed", "breaking", {
          location,
          pointer: after.pointer,
          before: before.operation.name,
          after: after.operation.name,
        }),
      ];

export const summaries: EndpointRule = (before, after, location) => {
  const [old, now] = [before.operation.summary, after.operation.summary];
  const where = { location, pointer: after.pointer, before: old, after: now };
  return old === now ? [] : [finding("summary-changed", "docs", where)];
};

export const operationTexts: EndpointRule = (before, after, location) =>
  text(before.operation.description, after.operation.description, location, after.pointer);

export const operationDeprecation: EndpointRule = (before, after, location) => {
  if (before.operation.deprecated === after.operation.deprecated) return [];
  const kind = after.operation.deprecated ? "deprecated-added" : "deprecated-removed";
  return [finding(kind, "docs", { location, pointer: after.pointer })];
};

/** What an operation says that no rule is about. */
export const otherFields: EndpointRule = (before, after, location) =>
  others(before.otherFields, after.otherFields, location, after.pointer);
