import { asString } from "../../document/json.ts";
import type { CallerView } from "../findings/caller-view.ts";
import { defineKind, noCodeChanges } from "../findings/define-kind.ts";
import { findUndeclaredConstraints } from "../findings/description-constraints.ts";
import { createFinding, type Finding } from "../findings/finding.ts";
import { formatChange, formatValue } from "../findings/format-values.ts";
import { compareValues, defineKeywordKinds, keywordRule, listKinds } from "../findings/keyword-kinds.ts";
import { documentLocation } from "../findings/location.ts";
import { pairMessages } from "../findings/pair-parts.ts";
import { type DocumentRule, defineKindGroup, type OperationRule, type SchemaRule } from "../findings/rule.ts";
import { limitKeywords } from "./constraints.ts";

const docs = { added: "docs", removed: "docs", changed: "docs" } as const;

const defaultKinds = defineKeywordKinds("default", {
  levels: docs,
  impact: ({ usage, after }) =>
    after === null
      ? [`${usage} has no documented default`, noCodeChanges]
      : [`${usage} defaults to ${formatValue(after)}`, noCodeChanges],
});

/** Objects without an exported name, such as servers, have no doc comment. */
const docCommentImpact = ({ exported }: CallerView): readonly string[] =>
  exported === "" ? [noCodeChanges] : [`doc comments of ${exported} change`, noCodeChanges];

const descriptionKinds = defineKeywordKinds("description", { levels: docs, impact: docCommentImpact });

const summaryChanged = defineKind({
  id: "summary-changed",
  level: "docs",
  message: ({ before, after }, subject) => `summary of ${subject} ${formatChange(before, after)}`,
  impact: docCommentImpact,
  keyword: "summary",
});

const deprecatedAdded = defineKind({
  id: "deprecated-added",
  level: "docs",
  message: (_, subject) => `${subject} is now deprecated`,
  impact: ({ usage }) => [`${usage} is now @deprecated`, "it still works"],
  keyword: "deprecated",
});

const deprecatedRemoved = defineKind({
  id: "deprecated-removed",
  level: "docs",
  message: (_, subject) => `${subject} is no longer deprecated`,
  impact: () => [noCodeChanges],
  keyword: "deprecated",
});

const readOnlyAdded = defineKind({
  id: "read-only-added",
  level: { request: "breaking", response: "docs" },
  message: (_, subject) => `${subject} is now read-only`,
  impact: ({ usage, sent }) =>
    sent
      ? [`${usage} cannot be set`, "the API ignores or rejects it at run time", "the type stays the same"]
      : [`${usage} is set by the server`, noCodeChanges],
  keyword: "readOnly",
});

const readOnlyRemoved = defineKind({
  id: "read-only-removed",
  level: "docs",
  message: (_, subject) => `${subject} is no longer read-only`,
  impact: ({ usage }) => [`${usage} is no longer read-only`, noCodeChanges],
  keyword: "readOnly",
});

/** Compares two descriptions. Phrases that imply a constraint missing from the schema are listed. */
function compareDescriptions(
  before: string | undefined,
  after: string | undefined,
  site: Pick<Finding, "location" | "pointer">,
  limits: readonly number[] = [],
): readonly Finding[] {
  const [oldText, newText] = [before, after].map((text) => text?.trim() || undefined);
  const undeclaredConstraints = findUndeclaredConstraints(oldText ?? "", newText ?? "", limits);
  const facts = { ...site, ...(undeclaredConstraints.length > 0 && { undeclaredConstraints }) };
  return compareValues(descriptionKinds, facts, oldText, newText);
}

/** Compares the descriptions of two schemas. */
const descriptions: SchemaRule = (before, after, location) =>
  compareDescriptions(
    asString(before.keywords.description),
    asString(after.keywords.description),
    { location, pointer: after.pointer },
    limitKeywords.map((keyword) => after.keywords[keyword]).filter((limit) => typeof limit === "number"),
  );

const operationDescriptions: OperationRule = (before, after, location) =>
  compareDescriptions(before.operation.description, after.operation.description, { location, pointer: after.pointer });

/** Compares the descriptions of the request body and the responses. */
const messageDescriptions: OperationRule = (oldOperation, newOperation, operation) =>
  pairMessages(oldOperation, newOperation, operation).flatMap(({ before, after, location }) =>
    compareDescriptions(before.description, after.description, { location, pointer: after.pointer }),
  );

/** Compares the descriptions of the servers and tags that both documents have. */
const documentDescriptions: DocumentRule = ({ base, head }) =>
  [...base.descriptions]
    .filter(([owner]) => head.descriptions.has(owner))
    .flatMap(([owner, before]) =>
      compareDescriptions(before, head.descriptions.get(owner), { location: documentLocation(owner), pointer: "#" }),
    );

const summaries: OperationRule = ({ operation: { summary: before } }, { operation, pointer }, location) =>
  before === operation.summary
    ? []
    : [createFinding(summaryChanged, { location, pointer, before, after: operation.summary })];

const operationDeprecation: OperationRule = (before, after, location) => {
  if (before.operation.deprecated === after.operation.deprecated) return [];
  const kind = after.operation.deprecated ? deprecatedAdded : deprecatedRemoved;
  return [createFinding(kind, { location, pointer: after.pointer })];
};

const deprecation: SchemaRule = (before, after, location) => {
  const isDeprecated = after.keywords.deprecated === true;
  if (isDeprecated === (before.keywords.deprecated === true)) return [];
  return [createFinding(isDeprecated ? deprecatedAdded : deprecatedRemoved, { location, pointer: after.pointer })];
};

const readOnly: SchemaRule = (before, after, location) => {
  const isReadOnly = after.keywords.readOnly === true;
  if (isReadOnly === (before.keywords.readOnly === true)) return [];
  return [createFinding(isReadOnly ? readOnlyAdded : readOnlyRemoved, { location, pointer: after.pointer })];
};

export const annotationKinds = defineKindGroup({
  kinds: [
    ...listKinds([defaultKinds]),
    ...listKinds([descriptionKinds]),
    readOnlyAdded,
    readOnlyRemoved,
    deprecatedAdded,
    deprecatedRemoved,
    summaryChanged,
  ],
  rules: {
    document: { documentDescriptions },
    operation: { summaries, operationDescriptions, messageDescriptions, operationDeprecation },
    schema: { descriptions, deprecation, readOnly },
    sameType: { defaults: keywordRule("default", defaultKinds) },
  },
  keywords: ["default", "description", "deprecated", "readOnly"],
});
