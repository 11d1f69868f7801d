import type { Json } from "../../document/json.ts";
import { changeTypeOf, finding, type Levels } from "../findings/finding.ts";
import type { ChangeType, Keyword } from "../findings/kind-names.ts";
import type { SchemaRule } from "./rule.ts";

/**
 * A keyword that is there or not, with a value: what it means that it came, went, or changed. `said` takes away what
 * says nothing.
 */
export const keyword =
  (
    name: Keyword,
    levels: (turn: ChangeType, before: Json | undefined, after: Json | undefined) => Levels,
    said = (value: Json | undefined) => value,
  ): SchemaRule =>
  (shape, now, location) => {
    const [before, after] = [said(shape.keywords[name]), said(now.keywords[name])];
    const turn = changeTypeOf(before, after);
    if (!turn) return [];
    return [finding(`${name}-${turn}`, levels(turn, before, after), { location, pointer: now.pointer, before, after })];
  };
