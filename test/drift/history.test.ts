import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { KindId } from "../../generator/diff/registry.ts";
import { project } from "../helpers/project.ts";
import { specHistory } from "../helpers/spec-history.ts";
import { type Entry, sortEntries, toEntries } from "./find-changes.ts";

const folder = specHistory?.folder;

interface Expected {
  readonly from: string;
  readonly to: string;
  readonly level: string;
  readonly changes: readonly { kind: KindId; level: string; direction: string; site: string; value?: unknown }[];
}

const expected: Expected[] = folder ? JSON.parse(readFileSync(join(folder, "expected-drift.json"), "utf8")) : [];
const file = (date: string) => join(folder ?? "", `${date}.json.gz`);

describe.skipIf(!folder)("the real history of the document", () => {
  test.each(expected)("has the expected drift from $from to $to", async ({ from, to, level, changes }) => {
    const ran = await project().drift("--base", file(from), "--head", file(to), "--format", "json");
    const drift = JSON.parse(ran.stdout);
    const want = changes.map(
      ({ kind, level, direction, site, value }): Entry =>
        value === undefined ? [kind, level, direction, site] : [kind, level, direction, site, value],
    );
    expect({ level: drift.level, code: ran.code }).toEqual({ level, code: level === "breaking" ? 1 : 0 });
    expect(sortEntries(toEntries(drift.changes))).toEqual(sortEntries(want));
  });

  test("has an entry for each document with changes, oldest first, and none for noise", async () => {
    const { stdout } = await project().drift("--history", folder ?? "", "--format", "json");
    const history: { base: string; head: string; level: string }[] = JSON.parse(stdout).history;
    expect(history.every(({ level }) => level !== "none")).toBe(true);
    expect(history.map(({ head }) => head)).toEqual(history.map(({ head }) => head).sort());
    for (const { from, to, level } of expected) {
      const found = history.find(({ base, head }) => base === from && head === to);
      expect(found?.level ?? "none").toBe(level);
    }
  });
});
