import { finding } from "../findings/finding.ts";
import type { SchemaRule } from "./rule.ts";

/** Whether a value may be `null`. Callers may send it, and have to expect it. */
export const nullability: SchemaRule = (before, after, location) => {
  if ((before.nullable ?? false) === (after.nullable ?? false)) return [];
  const where = { location, pointer: after.pointer };
  return [
    after.nullable
      ? finding("became-nullable", ["additive", "breaking"], where)
      : finding("became-non-nullable", ["breaking", "additive"], where),
  ];
};
