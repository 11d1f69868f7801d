import { describe, expect, test } from "vitest";
import { kinds } from "../../generator/drift/kinds.ts";
import { type Rules, rulesFor } from "../../generator/drift/rules/index.ts";
import type { Pair } from "../../generator/drift/views.ts";
import { changes, entries, inOrder } from "./compare.ts";
import { rows } from "./rows/index.ts";

describe("what changed is told, and nothing else", () => {
  test.each(rows)("$name", async ({ base, head, want }) => {
    const found = await changes(base, head);
    expect(inOrder(entries(found))).toEqual(inOrder(want));
    for (const { message } of found) expect(message).not.toMatch(/null is now|is now null|undefined/);
  });

  test("every kind has a row, in both directions where it has any", () => {
    const wanted = new Set(rows.flatMap(({ want }) => want.map(([kind]) => kind)));
    // `uniqueItems` is there or not: it has no other value to change to.
    expect(kinds.filter((kind) => !wanted.has(kind))).toEqual(["uniqueItems-changed"]);
    expect(rows.length).toBeGreaterThan(120);
  });
});

/** The rules without the one at a place in the list. */
const without =
  (index: number) =>
  (pair: Pair): Rules => {
    let count = 0;
    const keep = <Rule>(list: readonly Rule[]): Rule[] => list.filter(() => count++ !== index);
    const { contract, endpoint, schema } = rulesFor(pair);
    return {
      contract: keep(contract),
      endpoint: keep(endpoint),
      schema: {
        always: keep(schema.always),
        ofOneType: keep(schema.ofOneType),
        ofUnions: keep(schema.ofUnions),
      },
    };
  };

describe("no rule can go without being missed", () => {
  const names = { enums: [] };
  const all = rulesFor({ base: { names }, head: { names }, match: new Map() } as unknown as Pair);
  const { always, ofOneType, ofUnions } = all.schema;
  const count = [all.contract, all.endpoint, always, ofOneType, ofUnions].flat().length;

  test.each(Array.from({ length: count }, (_, index) => ({ index })))("rule $index", async ({ index }) => {
    const missed = await Promise.all(
      rows.map(async ({ base, head, want }) => {
        const found = inOrder(entries(await changes(base, head, without(index))));
        return JSON.stringify(found) !== JSON.stringify(inOrder(want));
      }),
    );
    expect(missed.some(Boolean)).toBe(true);
  });
});
