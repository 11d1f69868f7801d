import { canonical } from "../../spec/json.ts";
import { finding, type Levels } from "../finding.ts";
import type { SchemaRule } from "./rule.ts";

/** A keyword that is there or not, with a value: what it means that it came, went, or changed. */
const keyword =
  (name: string, added: Levels, removed: Levels, changed: Levels): SchemaRule =>
  (before, after, place) => {
    const [old, now] = [before.keywords[name], after.keywords[name]];
    if (canonical(old ?? null) === canonical(now ?? null)) return [];
    const where = { place, pointer: after.pointer, before: old, after: now };
    if (old === undefined) return [finding(`${name}-added`, added, where)];
    return now === undefined
      ? [finding(`${name}-removed`, removed, where)]
      : [finding(`${name}-changed`, changed, where)];
  };

/** What a text has to look like. */
export const format = keyword("format", ["breaking", "additive"], ["additive", "risky"], ["breaking", "risky"]);
export const pattern = keyword("pattern", ["breaking", "additive"], ["additive", "risky"], ["breaking", "risky"]);

/** What the API takes where nothing is sent: no caller compiles against it. */
export const defaults = keyword("default", "docs", "docs", "docs");

/** A value that is always the same. */
export const constant: SchemaRule = (before, after, place) => {
  const [old, now] = [before.keywords.const, after.keywords.const];
  return canonical(old ?? null) === canonical(now ?? null)
    ? []
    : [finding("const-changed", "breaking", { place, pointer: after.pointer, before: old, after: now })];
};
