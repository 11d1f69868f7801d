import type { Contract } from "../../contract/contract.ts";
import type { Direction } from "../findings/change.ts";
import { findDirections } from "../findings/find-directions.ts";
import { finding } from "../findings/finding.ts";
import { type Location, wholeLocation } from "../findings/location.ts";
import { others } from "./other.ts";
import type { ContractRule } from "./rule.ts";

/** The place of a component schema. */
export const schemaPlace = (name: string, { names }: Contract, direction: Direction): Location => ({
  ...wholeLocation(`schema ${name}`),
  direction,
  exported: names.schemas.find(({ component }) => component === name)?.name ?? name,
});

/** Component schemas that came into the selection and left it, each way that they travel. */
export const schemas: ContractRule = ({ base, head, match }) => [
  ...unmatched(head, new Set(match.values())).map(({ name, ...where }) =>
    finding("schema-added", "additive", { ...where, after: name }),
  ),
  ...unmatched(base, new Set(match.keys())).map(({ name, ...where }) =>
    finding("schema-removed", "breaking", { ...where, before: name }),
  ),
];

/** The schemas that are not among those, once each way that they travel. */
function unmatched(contract: Contract, matched: ReadonlySet<string>) {
  const left = [...contract.schemas].filter(([name]) => !matched.has(name));
  // The ways are found all at once, in the whole document.
  if (left.length === 0) return [];
  const ways = findDirections(contract);
  return left.flatMap(([name, { pointer }]) =>
    [...ways(name)].map((direction) => ({ name, pointer, location: schemaPlace(name, contract, direction) })),
  );
}

/** What a document says as a whole that no rule is about. */
export const otherDocumentFields: ContractRule = ({ base, head }) =>
  others(base.otherFields, head.otherFields, wholeLocation("document"), "#");
