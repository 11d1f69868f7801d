import type { ContractParameter } from "../../contract/contract.ts";
import { finding } from "../findings/finding.ts";
import type { Location } from "../findings/location.ts";
import { others } from "./other.ts";
import type { EndpointRule } from "./rule.ts";

/** The place of one of an operation's parameters. */
export const parameterPlace = (operation: Location, { in: where, name }: ContractParameter): Location => ({
  owner: `${operation.owner} ${where}`,
  path: name,
  name,
  direction: "request",
  exported: operation.exported,
  inside: `${where}.${name}`,
});

/** Parameters that came and went: one name in one place, `query` or `path`. */
export const parameters: EndpointRule = (before, after, location) => [
  ...[...after.parameters]
    .filter(([key]) => !before.parameters.has(key))
    .map(([, parameter]) =>
      finding("param-added", [parameter.required ? "breaking" : "additive", "additive"], {
        location: parameterPlace(location, parameter),
        pointer: parameter.pointer,
      }),
    ),
  ...[...before.parameters]
    .filter(([key]) => !after.parameters.has(key))
    .map(([, parameter]) =>
      finding("param-removed", "breaking", {
        location: parameterPlace(location, parameter),
        pointer: parameter.pointer,
      }),
    ),
];

/** The parameters that both documents have, two by two. */
export const pairs = (
  before: ReadonlyMap<string, ContractParameter>,
  after: ReadonlyMap<string, ContractParameter>,
): (readonly [ContractParameter, ContractParameter])[] =>
  [...before].flatMap(([key, parameter]) => {
    const other = after.get(key);
    return other ? [[parameter, other] as const] : [];
  });

/** Whether a parameter has to be given. */
export const requiredParameters: EndpointRule = (before, after, location) =>
  pairs(before.parameters, after.parameters)
    .filter(([old, now]) => old.required !== now.required)
    .map(([, now]) => {
      const where = { location: parameterPlace(location, now), pointer: now.pointer };
      return now.required
        ? finding("param-became-required", "breaking", where)
        : finding("param-became-optional", "additive", where);
    });

/** How lists and objects are written into an address. */
export const parameterStyles: EndpointRule = (before, after, location) =>
  pairs(before.parameters, after.parameters)
    .filter(([old, now]) => old.style !== now.style)
    .map(([old, now]) =>
      finding("param-style-changed", "breaking", {
        location: parameterPlace(location, now),
        pointer: now.pointer,
        before: JSON.parse(old.style),
        after: JSON.parse(now.style),
      }),
    );

/** What a parameter says that no rule is about. */
export const otherParameterFields: EndpointRule = (before, after, location) =>
  pairs(before.parameters, after.parameters).flatMap(([old, now]) =>
    others(old.otherFields, now.otherFields, parameterPlace(location, now), now.pointer),
  );
