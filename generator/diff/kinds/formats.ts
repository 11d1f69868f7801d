import { changeTypeOf, finding, type Levels } from "../findings/finding.ts";
import type { ChangeType } from "../findings/kind-names.ts";
import { keyword } from "./keyword.ts";
import type { SchemaRule } from "./rule.ts";

const looks: Readonly<Record<ChangeType, Levels>> = {
  added: ["breaking", "additive"],
  removed: ["additive", "risky"],
  changed: ["breaking", "risky"],
};

/** What a text has to look like. */
export const format = keyword("format", (turn) => looks[turn]);
export const pattern = keyword("pattern", (turn) => looks[turn]);

/** What the API takes where nothing is sent: no caller compiles against it. */
export const defaults = keyword("default", () => "docs");

/** A value that is always the same. */
export const constant: SchemaRule = ({ keywords }, after, location) => {
  const [old, now] = [keywords.const, after.keywords.const];
  return changeTypeOf(old, now)
    ? [finding("const-changed", "breaking", { location, pointer: after.pointer, before: old, after: now })]
    : [];
};
