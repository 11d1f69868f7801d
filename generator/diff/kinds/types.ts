import type { ResolvedSchema } from "../../contract/contract.ts";
import type { Json } from "../../document/json.ts";
import { defineKind, noCodeChanges, stopCompiling } from "../findings/define-kind.ts";
import { changeTypeOf, createFinding } from "../findings/finding.ts";
import { formatChange, formatValue } from "../findings/format-values.ts";
import { defineKindGroup, type SchemaRule } from "../findings/rule.ts";

const typeChanged = defineKind({
  id: "type-changed",
  level: "breaking",
  message: ({ before, after }, subject) => `${subject} changed from ${formatType(before)} to ${formatType(after)}`,
  impact: ({ usage, sent, before, after }) => {
    const isNumberToNumber = isNumberType(before) && isNumberType(after);
    if (isNumberToNumber && after === "integer")
      return sent ? [`fractions in ${usage} can be rejected at run time`, "the type stays the same"] : [noCodeChanges];
    if (isNumberToNumber)
      return sent ? [noCodeChanges] : [`${usage} can be a fraction at run time`, "the type stays the same"];
    return [
      `${usage} has another type`,
      stopCompiling(sent ? "callers that send the old one" : "callers that read the old one"),
    ];
  },
  keyword: "type",
});

/** Whether a type is `number` in TypeScript. */
const isNumberType = (type: Json): boolean => type === "integer" || type === "number";

const becameNullable = defineKind({
  id: "became-nullable",
  level: { request: "additive", response: "breaking" },
  message: (_, subject) => `${subject} can now be null`,
  impact: ({ usage, sent }) =>
    sent
      ? [`${usage} accepts null`, noCodeChanges]
      : [`${usage} can be null`, stopCompiling("callers that rely on it")],
  keyword: "type",
});

const becameNonNullable = defineKind({
  id: "became-non-nullable",
  level: { request: "breaking", response: "additive" },
  message: (_, subject) => `${subject} can no longer be null`,
  impact: ({ usage, sent }) =>
    sent
      ? [`${usage} no longer accepts null`, stopCompiling("callers that send null")]
      : [`${usage} is never null`, noCodeChanges],
  keyword: "type",
});

const constChanged = defineKind({
  id: "const-changed",
  level: "breaking",
  message: ({ before, after }, subject) => `const of ${subject} ${formatChange(before, after)}`,
  impact: ({ usage, sent, before, after }) => {
    const callers = sent ? "callers that send" : "callers that compare with";
    if (before === null) return [`${usage} is always ${formatValue(after)}`, stopCompiling(`${callers} another value`)];
    if (after === null)
      return [
        `${usage} can differ from ${formatValue(before)}`,
        sent ? noCodeChanges : stopCompiling("callers that rely on it"),
      ];
    return [`${usage} has another value`, stopCompiling(`${callers} the old one`)];
  },
  keyword: "const",
});

/** Compares the types, and whether a schema is an enum. Null and enum values have their own kinds. */
const types: SchemaRule = (before, after, location) =>
  haveSameType(before, after)
    ? []
    : [
        createFinding(typeChanged, {
          location,
          pointer: after.pointer,
          before: describeType(before),
          after: describeType(after),
        }),
      ];

/**
 * Whether two schemas have the same type, so that their other keywords can be compared. Two enums do, unless both state
 * different types. A union without keywords of its own has the types of its variants.
 */
export const haveSameType = (before: ResolvedSchema, after: ResolvedSchema): boolean => {
  const areUntypedEnums = before.enum && after.enum && !(before.types && after.types);
  return areUntypedEnums || isUnion(before) || isUnion(after) || describeType(before) === describeType(after);
};

/** Whether a schema consists of variants only. */
export const isUnion = ({ variants, types, properties }: ResolvedSchema): boolean =>
  variants.length > 0 && types === undefined && properties.size === 0;

const enumSuffix = " out of a list";

/** The value of `before` and `after`. Ids of changes depend on it. */
const describeType = ({ types, enum: values }: ResolvedSchema): string => {
  const type = types === undefined ? "anything" : types.join(" or ") || "nothing";
  return values ? `${type}${enumSuffix}` : type;
};

/** Formats a described type for a message: "string", "string enum", "any type". */
const formatType = (described: Json): string => {
  const text = String(described);
  const type = text.replace(enumSuffix, "").replace("anything", "any type");
  return text.endsWith(enumSuffix) ? `${type} enum`.replace("any type enum", "enum") : type;
};

/** Compares whether null is allowed. */
const nullability: SchemaRule = (before, after, location) => {
  if ((before.nullable ?? false) === (after.nullable ?? false)) return [];
  return [createFinding(after.nullable ? becameNullable : becameNonNullable, { location, pointer: after.pointer })];
};

/** Compares the only value that a schema allows. */
const constants: SchemaRule = ({ keywords: { const: before } }, { keywords: { const: after }, pointer }, location) =>
  changeTypeOf(before, after) === undefined ? [] : [createFinding(constChanged, { location, pointer, before, after })];

export const typeKinds = defineKindGroup({
  kinds: [typeChanged, becameNullable, becameNonNullable, constChanged],
  rules: { schema: { types, nullability }, sameType: { constants } },
  keywords: ["const"],
});
