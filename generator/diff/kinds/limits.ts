import type { Levels } from "../findings/finding.ts";
import type { limitKeywords } from "../findings/kind-names.ts";
import { keyword } from "./keyword.ts";
import type { SchemaRule } from "./rule.ts";

/** A limit that got narrower refuses what callers may have sent; one that got wider lets through what they may not expect. */
const tighter: Levels = ["breaking", "additive"];
const looser: Levels = ["additive", "risky"];

type Limit = (typeof limitKeywords)[number];

/** A limit, and whether a change from one value of it to another narrows it. */
const limit = (name: Limit, narrows: (before: number, after: number) => boolean): SchemaRule =>
  keyword(
    name,
    (turn, before, after) => {
      if (turn === "changed") return narrows(Number(before), Number(after)) ? tighter : looser;
      return turn === "added" ? tighter : looser;
    },
    // `uniqueItems: false` says what is true anyway.
    (value) => (value === false ? undefined : value),
  );

const rises = (before: number, after: number): boolean => after > before;
const falls = (before: number, after: number): boolean => after < before;
/** 0.1 is ten times 0.01, whatever binary fractions say. */
const isWhole = (number: number): boolean => Math.abs(number - Math.round(number)) < 1e-9;

/** Bounds of numbers, texts and lists. */
export const limits: Readonly<Record<Limit, SchemaRule>> = {
  minimum: limit("minimum", rises),
  maximum: limit("maximum", falls),
  minLength: limit("minLength", rises),
  maxLength: limit("maxLength", falls),
  minItems: limit("minItems", rises),
  maxItems: limit("maxItems", falls),
  uniqueItems: limit("uniqueItems", rises),
  // A multiple of 2 need not be one of 4; what is neither a part nor a multiple refuses something, too.
  multipleOf: limit("multipleOf", (before, after) => !isWhole(before / after)),
};
