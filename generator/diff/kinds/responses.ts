import { defineKind, noCodeChanges, stopCompiling } from "../findings/define-kind.ts";
import { createFinding } from "../findings/finding.ts";
import { responseLocation } from "../findings/location.ts";
import { missingEntries, pairMessages } from "../findings/pair-parts.ts";
import { defineKindGroup, type OperationRule } from "../findings/rule.ts";

const statusAdded = defineKind({
  id: "response-status-added",
  level: "additive",
  message: ({ after }) => `the response ${String(after)} was added`,
  impact: ({ level, calls, after }) =>
    level === "risky"
      ? [
          `${calls} can also succeed with ${String(after)}`,
          stopCompiling("callers that expect the old data"),
          'old clients report "unexpected"',
        ]
      : [`${calls} distinguishes ${String(after)}`, noCodeChanges, 'old clients report "unexpected"'],
});

const statusRemoved = defineKind({
  id: "response-status-removed",
  level: "breaking",
  message: ({ before }) => `the response ${String(before)} was removed`,
  impact: ({ calls, before }) => [
    `${calls} no longer distinguishes ${String(before)}`,
    stopCompiling("callers that check for it"),
    'if it still arrives, its status is "unexpected"',
  ],
});

const mediaTypeAdded = defineKind({
  id: "media-type-added",
  level: "additive",
  message: ({ after }, subject) => `the media type ${String(after)} was added to ${subject}`,
  impact: ({ exported, sent }) => [`${exported} ${sent ? "accepts" : "returns"} another media type`, noCodeChanges],
  keyword: "content",
});

const mediaTypeRemoved = defineKind({
  id: "media-type-removed",
  level: "breaking",
  message: ({ before }, subject) => `the media type ${String(before)} was removed from ${subject}`,
  impact: ({ exported, sent, before }) => [
    `${exported} no longer ${sent ? "accepts" : "returns"} ${String(before)}`,
    stopCompiling(sent ? "callers that send it" : "callers that read it"),
  ],
  keyword: "content",
});

/** Compares the response statuses. An old client reports a new status as unexpected, even if it is a success. */
const statuses: OperationRule = (before, after, operation) => [
  ...missingEntries(after.responses, before.responses).map(([status, { pointer }]) =>
    createFinding(statusAdded, {
      location: responseLocation(operation, status),
      pointer,
      after: parseStatus(status),
      level: status.startsWith("2") ? "risky" : undefined,
    }),
  ),
  ...missingEntries(before.responses, after.responses).map(([status, { pointer }]) =>
    createFinding(statusRemoved, {
      location: responseLocation(operation, status),
      pointer,
      before: parseStatus(status),
    }),
  ),
];

/** A status as a number, unless it is a range or `default`. */
const parseStatus = (status: string): number | string => (/^\d+$/.test(status) ? Number(status) : status);

/** Compares the media types of the request body and the responses. */
const mediaTypes: OperationRule = (oldOperation, newOperation, operation) =>
  pairMessages(oldOperation, newOperation, operation).flatMap(({ before, after, location }) => [
    ...missingEntries(after.content, before.content).map(([type]) =>
      createFinding(mediaTypeAdded, { location, pointer: after.pointer, after: type }),
    ),
    ...missingEntries(before.content, after.content).map(([type]) =>
      createFinding(mediaTypeRemoved, { location, pointer: after.pointer, before: type }),
    ),
  ]);

export const responseKinds = defineKindGroup({
  kinds: [statusAdded, statusRemoved, mediaTypeAdded, mediaTypeRemoved],
  rules: { operation: { statuses, mediaTypes } },
});
