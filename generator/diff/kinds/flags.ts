import { finding, type Levels } from "../findings/finding.ts";
import type { SchemaRule } from "./rule.ts";

/** A keyword that is true or not there. */
const flag =
  (name: string, kind: "deprecated" | "read-only", added: Levels, removed: Levels): SchemaRule =>
  (before, after, location) => {
    const [old, now] = [before.keywords[name] === true, after.keywords[name] === true];
    if (old === now) return [];
    const where = { location, pointer: after.pointer };
    return [now ? finding(`${kind}-added`, added, where) : finding(`${kind}-removed`, removed, where)];
  };

/** What only the server sets can no longer be sent. */
export const readOnly = flag("readOnly", "read-only", ["breaking", "docs"], "docs");

export const deprecated = flag("deprecated", "deprecated", "docs", "docs");
