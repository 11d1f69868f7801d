import type { Contract } from "../../contract/contract.ts";
import { defineKind, noCodeChanges, stopCompiling } from "../findings/define-kind.ts";
import { findDirections } from "../findings/find-directions.ts";
import { createFinding } from "../findings/finding.ts";
import { schemaLocation } from "../findings/location.ts";
import { type DocumentRule, defineKindGroup } from "../findings/rule.ts";

const schemaAdded = defineKind({
  id: "schema-added",
  level: "additive",
  message: (_, subject) => `${subject} was added`,
  impact: ({ exported }) => [`the type ${exported} was added`, noCodeChanges],
});

const schemaRemoved = defineKind({
  id: "schema-removed",
  level: "breaking",
  message: (_, subject) => `${subject} was removed`,
  impact: ({ exported }) => [`the type ${exported} was removed`, stopCompiling(`imports of ${exported}`)],
});

/** Compares which component schemas the selected operations use, once per direction. */
const schemas: DocumentRule = ({ base, head, match }) => [
  ...findUnmatched(head, new Set(match.values())).map(({ name, ...site }) =>
    createFinding(schemaAdded, { ...site, after: name }),
  ),
  ...findUnmatched(base, new Set(match.keys())).map(({ name, ...site }) =>
    createFinding(schemaRemoved, { ...site, before: name }),
  ),
];

/** Returns the component schemas without a counterpart in the other document, once per direction. */
function findUnmatched(contract: Contract, matched: ReadonlySet<string>) {
  const unmatched = [...contract.schemas].filter(([name]) => !matched.has(name));
  // Finding directions traverses the whole document.
  if (unmatched.length === 0) return [];
  const directionsOf = findDirections(contract);
  return unmatched.flatMap(([name, { pointer }]) =>
    [...directionsOf(name)].map((direction) => ({
      name,
      pointer,
      location: schemaLocation(name, contract, direction),
    })),
  );
}

export const schemaKinds = defineKindGroup({ kinds: [schemaAdded, schemaRemoved], rules: { document: { schemas } } });
