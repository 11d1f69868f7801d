import type { Json } from "../../spec/json.ts";
import { finding, type Levels, turnOf } from "../finding.ts";
import type { Keyword, Turn } from "../kinds.ts";
import type { SchemaRule } from "./rule.ts";

/**
 * A keyword that is there or not, with a value: what it means that it came, went, or changed. `said` takes away what
 * says nothing.
 */
export const keyword =
  (
    name: Keyword,
    levels: (turn: Turn, before: Json | undefined, after: Json | undefined) => Levels,
    said = (value: Json | undefined) => value,
  ): SchemaRule =>
  (shape, now, place) => {
    const [before, after] = [said(shape.keywords[name]), said(now.keywords[name])];
    const turn = turnOf(before, after);
    if (!turn) return [];
    return [finding(`${name}-${turn}`, levels(turn, before, after), { place, pointer: now.pointer, before, after })];
  };
