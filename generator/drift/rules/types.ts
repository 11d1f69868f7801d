import type { Shape } from "../../model/shapes.ts";
import { finding } from "../finding.ts";
import type { SchemaRule } from "./rule.ts";

/**
 * What a value is: its types, and whether it is any of them or one of a list. `null` has a rule of its own, so have the
 * values of a list.
 */
export const types: SchemaRule = (before, after, place) =>
  sameType(before, after)
    ? []
    : [
        finding("type-changed", ["breaking", "breaking"], {
          place,
          pointer: after.pointer,
          before: typeText(before),
          after: typeText(after),
        }),
      ];

/**
 * Whether two values are of one type, so that what else is said of them can be compared. Lists of values are, unless
 * both say what the values are; unions are, and the rule for unions compares their alternatives.
 */
export const sameType = (before: Shape, after: Shape): boolean => {
  const unsaid = before.enum && after.enum && !(before.types && after.types);
  return unsaid || typeText(before) === typeText(after);
};

const typeText = ({ types, enum: values, branches }: Shape): string => {
  if (branches.length > 0) return "a union";
  const named = types?.join(" or ") ?? "anything";
  return values ? `${named} out of a list` : named;
};
