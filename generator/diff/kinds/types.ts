import type { ResolvedSchema } from "../../contract/contract.ts";
import { finding } from "../findings/finding.ts";
import type { SchemaRule } from "./rule.ts";

/**
 * What a value is: its types, and whether it is any of them or one of a list. `null` has a rule of its own, so have the
 * values of a list.
 */
export const types: SchemaRule = (before, after, location) =>
  sameType(before, after)
    ? []
    : [
        finding("type-changed", "breaking", {
          location,
          pointer: after.pointer,
          before: typeText(before),
          after: typeText(after),
        }),
      ];

/**
 * Whether two values are of one type, so that what else is said of them can be compared. Lists of values are, unless
 * both say what the values are. A union that says nothing of itself has its alternatives' types.
 */
export const sameType = (before: ResolvedSchema, after: ResolvedSchema): boolean => {
  const unsaid = before.enum && after.enum && !(before.types && after.types);
  return unsaid || isUnion(before) || isUnion(after) || typeText(before) === typeText(after);
};

/** Whether a value is one of several things, and nothing of its own besides. */
export const isUnion = ({ variants, types, properties }: ResolvedSchema): boolean =>
  variants.length > 0 && types === undefined && properties.size === 0;

const typeText = ({ types, enum: values }: ResolvedSchema): string => {
  const named = types === undefined ? "anything" : types.join(" or ") || "nothing";
  return values ? `${named} out of a list` : named;
};
