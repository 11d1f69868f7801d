import type { Contract } from "../../model/contract.ts";
import type { Direction } from "../change.ts";
import { finding } from "../finding.ts";
import { type Place, whole } from "../place.ts";
import { reach } from "../reach.ts";
import { others } from "./other.ts";
import type { ContractRule } from "./rule.ts";

/** The place of a component schema. */
export const schemaPlace = (name: string, { names }: Contract, direction: Direction): Place => ({
  ...whole(`schema ${name}`),
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
  const ways = reach(contract);
  return left.flatMap(([name, { pointer }]) =>
    [...ways(name)].map((direction) => ({ name, pointer, place: schemaPlace(name, contract, direction) })),
  );
}

/** What a document says as a whole that no rule is about. */
export const otherDocumentFields: ContractRule = ({ base, head }) =>
  others(base.rest, head.rest, whole("document"), "#");
