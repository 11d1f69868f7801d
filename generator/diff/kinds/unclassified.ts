import { canonicalJson, filterEntries, type Json, type JsonObject } from "../../document/json.ts";
import { jsonPointer } from "../../document/json-pointer.ts";
import { defineKind } from "../findings/define-kind.ts";
import { createFinding, type Finding } from "../findings/finding.ts";
import { formatChange, formatValue } from "../findings/format-values.ts";
import { documentLocation, type Location } from "../findings/location.ts";
import { pairMessages, pairParameters } from "../findings/pair-parts.ts";
import { renameReferences } from "../findings/rename-references.ts";
import { type DocumentRule, defineKindGroup, type OperationRule, type SchemaRule } from "../findings/rule.ts";

const unclassifiedChange = defineKind({
  id: "other-changed",
  level: "risky",
  message: ({ before, after, pointer }) => `unclassified change at ${pointer}: ${describeChange(before, after)}`,
  impact: () => ["impact unknown", "read the change in the document"],
});

const describeChange = (before: Json, after: Json): string => {
  if (before === null) return `added ${formatValue(after)}`;
  return after === null ? `removed ${formatValue(before)}` : formatChange(before, after);
};

/** Creates the finding of a change that no other kind covers. */
export const createUnclassified = (
  facts: Pick<Finding, "location" | "pointer"> & {
    readonly before: Json | undefined;
    readonly after: Json | undefined;
  },
): Finding => createFinding(unclassifiedChange, facts);

/** Returns a finding for each field that differs. */
const compareFields = (before: JsonObject, after: JsonObject, location: Location, pointer: string): Finding[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => canonicalJson(before[key] ?? null) !== canonicalJson(after[key] ?? null))
    .map((key) =>
      createUnclassified({
        location,
        pointer: jsonPointer(pointer, key),
        before: before[key],
        after: after[key],
      }),
    );

const otherDocumentFields: DocumentRule = ({ base, head }) =>
  compareFields(base.otherFields, head.otherFields, documentLocation("document"), "#");

const otherOperationFields: OperationRule = (before, after, location) =>
  compareFields(before.otherFields, after.otherFields, location, after.pointer);

const otherParameterFields: OperationRule = (oldOperation, newOperation, operation) =>
  pairParameters(oldOperation, newOperation, operation).flatMap(({ before, after, location }) =>
    compareFields(before.otherFields, after.otherFields, location, after.pointer),
  );

const otherMessageFields: OperationRule = (oldOperation, newOperation, operation) =>
  pairMessages(oldOperation, newOperation, operation).flatMap(({ before, after, location }) =>
    compareFields(before.otherFields, after.otherFields, location, after.pointer),
  );

export const unclassifiedKinds = defineKindGroup({
  kinds: [unclassifiedChange],
  rules: {
    document: { otherDocumentFields },
    operation: { otherOperationFields, otherParameterFields, otherMessageFields },
  },
});

/** Creates the rule that compares the keywords which no other rule compares. */
export const otherKeywordsRule =
  (classified: ReadonlySet<string>): SchemaRule =>
  (before, after, location, { match }) => {
    const omitClassified = (keywords: JsonObject): JsonObject => filterEntries(keywords, (key) => !classified.has(key));
    const oldKeywords = renameReferences(omitClassified(before.keywords), match);
    return compareFields(oldKeywords, omitClassified(after.keywords), location, after.pointer);
  };
