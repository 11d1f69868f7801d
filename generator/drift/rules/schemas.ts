import type { Contract } from "../../model/contract.ts";
import type { Direction } from "../change.ts";
import { finding } from "../finding.ts";
import type { Place } from "../place.ts";
import { reach } from "../reach.ts";
import { others } from "./other.ts";
import type { ContractRule } from "./rule.ts";

/** The place of a component schema. */
export const schemaPlace = (name: string, { model }: Contract, direction: Direction): Place => ({
  owner: `schema ${name}`,
  path: "",
  name: "",
  direction,
  exported: model.schemas.find(({ component }) => component === name)?.name ?? name,
  inside: "",
});

/** Component schemas that came into the selection and left it, each way that they travel. */
export const schemas: ContractRule = ({ base, head, match }) => {
  const kept = new Set(match.values());
  const [reachBase, reachHead] = [reach(base), reach(head)];
  return [
    ...[...head.schemas]
      .filter(([name]) => !kept.has(name))
      .flatMap(([name, { pointer }]) =>
        [...reachHead(name)].map((direction) =>
          finding("schema-added", ["additive", "additive"], {
            place: schemaPlace(name, head, direction),
            pointer,
            after: name,
          }),
        ),
      ),
    ...[...base.schemas]
      .filter(([name]) => !match.has(name))
      .flatMap(([name, { pointer }]) =>
        [...reachBase(name)].map((direction) =>
          finding("schema-removed", ["breaking", "breaking"], {
            place: schemaPlace(name, base, direction),
            pointer,
            before: name,
          }),
        ),
      ),
  ];
};

/** What a document says as a whole that no rule is about. */
export const otherDocumentFields: ContractRule = ({ base, head }) =>
  others(
    base.rest,
    head.rest,
    { owner: "document", path: "", name: "", direction: "none", exported: "", inside: "" },
    "#",
  );
