import { defineKind, noCodeChanges, stopCompiling } from "../findings/define-kind.ts";
import { createFinding } from "../findings/finding.ts";
import { formatChange } from "../findings/format-values.ts";
import { parameterLocation } from "../findings/location.ts";
import { missingEntries, pairParameters } from "../findings/pair-parts.ts";
import { defineKindGroup, type OperationRule } from "../findings/rule.ts";

const parameterAdded = defineKind({
  id: "param-added",
  level: "additive",
  message: (_, subject) => `${subject} was added`,
  impact: ({ level, usage, exported }) =>
    level === "breaking"
      ? [`${usage} must be passed`, stopCompiling(`callers of ${exported}`)]
      : [`${usage} can be passed`, noCodeChanges],
});

const parameterRemoved = defineKind({
  id: "param-removed",
  level: "breaking",
  message: (_, subject) => `${subject} was removed`,
  impact: ({ usage }) => [`${usage} was removed`, stopCompiling("callers that pass it")],
});

const parameterBecameRequired = defineKind({
  id: "param-became-required",
  level: "breaking",
  message: (_, subject) => `${subject} is now required`,
  impact: ({ usage }) => [`${usage} must be passed`, stopCompiling("callers that omit it")],
  keyword: "required",
});

const parameterBecameOptional = defineKind({
  id: "param-became-optional",
  level: "additive",
  message: (_, subject) => `${subject} is now optional`,
  impact: ({ usage }) => [`${usage} can be omitted`, noCodeChanges],
  keyword: "required",
});

const parameterStyleChanged = defineKind({
  id: "param-style-changed",
  level: "breaking",
  message: ({ before, after }, subject) => `style of ${subject} ${formatChange(before, after)}`,
  impact: ({ usage }) => [
    `${usage} is serialized differently`,
    "regenerate the client, because the API misreads old clients at run time",
  ],
  keyword: "style",
});

/** Compares which parameters an operation has, by `in` and name. */
const parameters: OperationRule = (before, after, operation) => [
  ...missingEntries(after.parameters, before.parameters).map(([, parameter]) =>
    createFinding(parameterAdded, {
      location: parameterLocation(operation, parameter),
      pointer: parameter.pointer,
      level: parameter.required ? "breaking" : undefined,
    }),
  ),
  ...missingEntries(before.parameters, after.parameters).map(([, parameter]) =>
    createFinding(parameterRemoved, {
      location: parameterLocation(operation, parameter),
      pointer: parameter.pointer,
    }),
  ),
];

/** Compares whether parameters are required. */
const requiredParameters: OperationRule = (before, after, operation) =>
  pairParameters(before, after, operation)
    .filter((pair) => pair.before.required !== pair.after.required)
    .map((pair) =>
      createFinding(pair.after.required ? parameterBecameRequired : parameterBecameOptional, {
        location: pair.location,
        pointer: pair.after.pointer,
      }),
    );

/** Compares how arrays and objects are serialized. */
const parameterStyles: OperationRule = (before, after, operation) =>
  pairParameters(before, after, operation)
    .filter((pair) => pair.before.style !== pair.after.style)
    .map((pair) =>
      createFinding(parameterStyleChanged, {
        location: pair.location,
        pointer: pair.after.pointer,
        before: JSON.parse(pair.before.style),
        after: JSON.parse(pair.after.style),
      }),
    );

export const parameterKinds = defineKindGroup({
  kinds: [parameterAdded, parameterRemoved, parameterBecameRequired, parameterBecameOptional, parameterStyleChanged],
  rules: { operation: { parameters, requiredParameters, parameterStyles } },
});
