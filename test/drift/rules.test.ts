import { describe, expect, test } from "vitest";
import type { ContractPair } from "../../generator/diff/findings/expand-schemas.ts";
import { kinds } from "../../generator/diff/findings/kind-names.ts";
import { type Rules, rulesFor } from "../../generator/diff/kinds/index.ts";
import type { Named } from "../../generator/diff/kinds/rule.ts";
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

/** The rules without the one of a name. */
const without =
  (gone: string) =>
  (pair: ContractPair): Rules => {
    const keep = <Rule>(named: Named<Rule>): Named<Rule> =>
      Object.fromEntries(Object.entries(named).filter(([name]) => name !== gone));
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
  const contract = { names: { enums: [] } };
  const all = rulesFor({ base: contract, head: contract, match: new Map() } as unknown as ContractPair);
  const { always, ofOneType, ofUnions } = all.schema;
  const names = [all.contract, all.endpoint, always, ofOneType, ofUnions].flatMap((named) => Object.keys(named));

  test("each has a name of its own", () => {
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test.each(names)("%s", async (name) => {
    for (const { base, head, want } of rows) {
      const found = inOrder(entries(await changes(base, head, without(name))));
      if (JSON.stringify(found) !== JSON.stringify(inOrder(want))) return;
    }
    expect.unreachable(`every row of test/drift/rows is the same without the rule ${name}: add one`);
  });
});
