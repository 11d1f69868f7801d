import { defineKind, noCodeChanges, stopCompiling } from "../findings/define-kind.ts";
import { createFinding } from "../findings/finding.ts";
import { requestBodyLocation } from "../findings/location.ts";
import { defineKindGroup, type OperationRule } from "../findings/rule.ts";

const bodyAdded = defineKind({
  id: "body-added",
  level: "additive",
  message: (_, subject) => `${subject} was added`,
  impact: ({ level, calls }) =>
    level === "breaking"
      ? [`${calls} requires a body`, stopCompiling("its callers")]
      : [`${calls} accepts a body`, noCodeChanges],
});

const bodyRemoved = defineKind({
  id: "body-removed",
  level: "breaking",
  message: (_, subject) => `${subject} was removed`,
  impact: ({ calls }) => [`${calls} no longer accepts a body`, stopCompiling("callers that pass one")],
});

const bodyBecameRequired = defineKind({
  id: "body-became-required",
  level: "breaking",
  message: (_, subject) => `${subject} is now required`,
  impact: ({ calls }) => [`${calls} requires a body`, stopCompiling("callers that omit it")],
  keyword: "required",
});

const bodyBecameOptional = defineKind({
  id: "body-became-optional",
  level: "additive",
  message: (_, subject) => `${subject} is now optional`,
  impact: ({ calls }) => [`${calls} can be called without a body`, noCodeChanges],
  keyword: "required",
});

/** Compares whether an operation has a request body, and whether it is required. */
const requestBodies: OperationRule = (before, after, operation) => {
  const location = requestBodyLocation(operation);
  const [oldBody, newBody] = [before.requestBody, after.requestBody];
  if (!newBody) return oldBody ? [createFinding(bodyRemoved, { location, pointer: oldBody.pointer })] : [];
  const { pointer } = newBody;
  if (!oldBody) {
    const level = after.requestBodyRequired ? "breaking" : undefined;
    return [createFinding(bodyAdded, { location, pointer, level })];
  }
  if (before.requestBodyRequired === after.requestBodyRequired) return [];
  return [createFinding(after.requestBodyRequired ? bodyBecameRequired : bodyBecameOptional, { location, pointer })];
};

export const requestBodyKinds = defineKindGroup({
  kinds: [bodyAdded, bodyRemoved, bodyBecameRequired, bodyBecameOptional],
  rules: { operation: { requestBodies } },
});
