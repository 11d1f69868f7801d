import type { Json } from "../../spec/json.ts";
import type { Level } from "../change.ts";
import { finding } from "../finding.ts";
import type { SchemaRule } from "./rule.ts";

/** A limit that got narrower refuses what callers may have sent; one that got wider lets through what they may not expect. */
const tighter = ["breaking", "additive"] as const satisfies readonly Level[];
const looser = ["additive", "risky"] as const satisfies readonly Level[];

/** Whether a change from one value of a limit to another narrows it. */
const narrows: Readonly<Record<string, (before: Json, after: Json) => boolean>> = {
  minimum: (before, after) => Number(after) > Number(before),
  maximum: (before, after) => Number(after) < Number(before),
  minLength: (before, after) => Number(after) > Number(before),
  maxLength: (before, after) => Number(after) < Number(before),
  minItems: (before, after) => Number(after) > Number(before),
  maxItems: (before, after) => Number(after) < Number(before),
  uniqueItems: (_, after) => after === true,
  // A multiple of 2 need not be one of 4; what is neither a part nor a multiple refuses something, too.
  multipleOf: (before, after) => !isWhole(Number(before) / Number(after)),
};

/** 0.1 is ten times 0.01, whatever binary fractions say. */
const isWhole = (number: number): boolean => Math.abs(number - Math.round(number)) < 1e-9;

/** Bounds of numbers, texts and lists. */
export const limits: SchemaRule = (before, after, place) =>
  Object.entries(narrows).flatMap(([keyword, narrower]) => {
    // `uniqueItems: false` says what is true anyway.
    const [old, now] = [before, after].map(({ keywords }) =>
      keywords[keyword] === false ? undefined : keywords[keyword],
    );
    if (old === now) return [];
    const where = { place, pointer: after.pointer, before: old, after: now };
    if (old === undefined) return [finding(`${keyword}-added`, tighter, where)];
    if (now === undefined) return [finding(`${keyword}-removed`, looser, where)];
    return [finding(`${keyword}-changed`, narrower(old, now) ? tighter : looser, where)];
  });

export const limitKeywords = Object.keys(narrows);
