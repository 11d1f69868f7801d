import { describe, expect, test } from "vitest";
import type { Named, Rules } from "../../generator/diff/findings/rule.ts";
import { kindIds, rules } from "../../generator/diff/registry.ts";
import { findChanges, sortEntries, toEntries } from "./find-changes.ts";
import { rows } from "./rows/index.ts";

describe("finds exactly the changes of a row", () => {
  test.each(rows)("$name", async ({ base, head, want }) => {
    const changes = await findChanges(base, head);
    expect(sortEntries(toEntries(changes))).toEqual(sortEntries(want));
    for (const { message } of changes) expect(message).not.toMatch(/from null|to null|undefined/);
  });

  test("every kind has a row", () => {
    const wanted = new Set(rows.flatMap(({ want }) => want.map(([kind]) => kind)));
    // `uniqueItems` has a single value besides its default.
    expect(kindIds.filter((kind) => !wanted.has(kind))).toEqual(["uniqueItems-changed"]);
    expect(rows.length).toBeGreaterThan(120);
  });

  test("every kind has an id of its own", () => {
    expect(kindIds.filter((id, index) => kindIds.indexOf(id) !== index)).toEqual([]);
  });
});

/** Returns all rules except the one with a name. */
const omitRule = (omitted: string): Rules => {
  const omit = <Rule>(named: Named<Rule>): Named<Rule> =>
    Object.fromEntries(Object.entries(named).filter(([name]) => name !== omitted));
  return {
    document: omit(rules.document),
    operation: omit(rules.operation),
    schema: omit(rules.schema),
    sameType: omit(rules.sameType),
    union: omit(rules.union),
  };
};

describe("a row fails without the rule", () => {
  const names = Object.values(rules).flatMap((named) => Object.keys(named));

  test("no two rules have the same name", () => {
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test.each(names)("%s", async (name) => {
    for (const { base, head, want } of rows) {
      const entries = sortEntries(toEntries(await findChanges(base, head, omitRule(name))));
      if (JSON.stringify(entries) !== JSON.stringify(sortEntries(want))) return;
    }
    expect.unreachable(`no row of test/drift/rows fails without the rule ${name}: add one`);
  });
});
