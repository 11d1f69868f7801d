import { defineKind, noCodeChanges, stopCompiling } from "../findings/define-kind.ts";
import { createFinding } from "../findings/finding.ts";
import { operationLocation } from "../findings/location.ts";
import { missingEntries } from "../findings/pair-parts.ts";
import { type DocumentRule, defineKindGroup, type OperationRule } from "../findings/rule.ts";

const operationAdded = defineKind({
  id: "operation-added",
  level: "additive",
  message: ({ after }, subject) => `${subject} was added: ${String(after)}`,
  impact: ({ calls }) => [`${calls} was added`, noCodeChanges],
});

const operationRemoved = defineKind({
  id: "operation-removed",
  level: "breaking",
  message: ({ before }, subject) => `${subject} was removed: ${String(before)}`,
  impact: ({ calls }) => [`${calls} was removed`, stopCompiling("its callers")],
});

const operationIdChanged = defineKind({
  id: "operation-id-changed",
  level: "breaking",
  message: ({ before, after }, subject) =>
    `operation ID of ${subject} changed from ${String(before)} to ${String(after)}`,
  impact: ({ before, after }) => [`${String(before)}() is now ${String(after)}()`, stopCompiling("its callers")],
  keyword: "operationId",
});

/** Compares which methods the paths have, whatever their operation IDs are. */
const operations: DocumentRule = ({ base, head }) => [
  ...missingEntries(head.operations, base.operations).map(([site, operation]) =>
    createFinding(operationAdded, {
      location: operationLocation(site, operation),
      pointer: operation.pointer,
      after: operation.operation.name,
    }),
  ),
  ...missingEntries(base.operations, head.operations).map(([site, operation]) =>
    createFinding(operationRemoved, {
      location: operationLocation(site, operation),
      pointer: operation.pointer,
      before: operation.operation.name,
    }),
  ),
];

/** Compares operation IDs, which name the functions of the client. */
const operationIds: OperationRule = (before, after, location) => {
  const [oldName, newName] = [before.operation.name, after.operation.name];
  if (oldName === newName) return [];
  return [createFinding(operationIdChanged, { location, pointer: after.pointer, before: oldName, after: newName })];
};

export const operationKinds = defineKindGroup({
  kinds: [operationAdded, operationRemoved, operationIdChanged],
  rules: { document: { operations }, operation: { operationIds } },
});
