import { describe, expect, test } from "vitest";
import { readConfig } from "../../generator/config/read.ts";
import { defaults } from "../../generator/config.ts";
import { findings } from "../../generator/drift/compare.ts";
import { type Entry, judge, type Policy } from "../../generator/drift/policy.ts";
import { select, understand } from "../../generator/pipeline.ts";
import type { JsonObject } from "../../generator/spec/json.ts";
import { document, json, operation } from "../helpers/document.ts";

const thing = (type: string, description: string) =>
  operation("getThing", {
    responses: { 200: json({ type: "object", properties: { a: { type }, b: { type: "string", description } } }) },
  });
const base = document({
  "/a": { get: thing("string", "A.") },
  "/b": { get: { ...thing("string", "A."), operationId: "b" } },
});
const head = document({
  "/a": { get: thing("number", "B.") },
  "/b": { get: { ...thing("number", "B."), operationId: "b" } },
});

const config = { ...defaults, include: { paths: ["/**"] }, enumNames: {} };
const read = async (document: JsonObject) => understand(await select(document, config), config).contract();
const found = async () => findings(await read(base), await read(head));
const judged = async (policy: Policy) => judge({ base: "a", head: "b" }, await found(), policy, "2026-06-15");
const reason = "we do not use it";

describe("the ignore list", () => {
  test("is empty unless told: the weightiest change is first and gives the level", async () => {
    const drift = await judged({});
    expect(drift).toMatchObject({ base: "a", head: "b", level: "breaking", semver: "major", ignored: [], notices: [] });
    expect(drift.changes.map(({ kind, sites }) => [kind, sites.length])).toEqual([
      ["type-changed", 2],
      ["description-changed", 2],
    ]);
  });

  test.each<{
    name: string;
    entry: Entry;
    level: string;
    left: string[];
    ignored: string[];
  }>([
    {
      name: "by kind",
      entry: { kind: "type-changed", reason },
      level: "docs",
      left: ["description-changed 2"],
      ignored: ["type-changed 2"],
    },
    {
      name: "by kind and site: one of two sites",
      entry: { kind: "type-changed", site: "GET /a 200: *", reason },
      level: "breaking",
      left: ["type-changed 1", "description-changed 2"],
      ignored: ["type-changed 1"],
    },
    {
      name: "by site alone",
      entry: { site: "*: b", reason },
      level: "breaking",
      left: ["type-changed 2"],
      ignored: ["description-changed 2"],
    },
    {
      name: "until a day that is to come",
      entry: { kind: "type-changed", reason, until: "2026-06-15" },
      level: "docs",
      left: ["description-changed 2"],
      ignored: ["type-changed 2"],
    },
  ])("passes over changes $name", async ({ entry, level, left, ignored }) => {
    const drift = await judged({ ignore: [entry] });
    const shown = (changes: readonly { kind: string; sites: readonly string[] }[]) =>
      changes.map(({ kind, sites }) => `${kind} ${sites.length}`);
    expect({ level: drift.level, left: shown(drift.changes), ignored: shown(drift.ignored) }).toEqual({
      level,
      left,
      ignored,
    });
    expect(drift.ignored[0]).toMatchObject({ reason });
    expect(drift.notices).toEqual([]);
  });

  test("passes over one change by its fingerprint", async () => {
    const [first] = (await judged({})).changes;
    const drift = await judged({ ignore: [{ id: first?.id ?? "", reason }] });
    expect(drift.changes.map(({ kind }) => kind)).toEqual(["description-changed"]);
  });

  test.each<{ entry: Entry; notice: string }>([
    {
      entry: { kind: "type-changed", reason, until: "2026-06-14" },
      notice: 'the entry {"kind":"type-changed"} of the ignore list expired on 2026-06-14',
    },
    {
      entry: { id: "0123456789ab", reason },
      notice: 'the entry {"id":"0123456789ab"} of the ignore list matches no change',
    },
    { entry: { site: "GET /c*", reason }, notice: 'the entry {"site":"GET /c*"} of the ignore list matches no change' },
  ])("says $notice", async ({ entry, notice }) => {
    const drift = await judged({ ignore: [entry] });
    expect(drift.notices).toEqual([notice]);
    expect(drift.changes).toHaveLength(2);
  });
});

test("a kind may have a level of the project's own", async () => {
  const drift = await judged({ levels: { "type-changed": "additive" } });
  expect(drift).toMatchObject({ level: "additive", semver: "minor" });
});

test("fingerprints are the same from run to run, and differ from change to change", async () => {
  const ids = async () => (await judged({})).changes.map(({ id }) => id);
  expect(await ids()).toEqual(await ids());
  expect(new Set(await ids()).size).toBe(2);
  expect(await ids()).toEqual([expect.stringMatching(/^[0-9a-f]{12}$/), expect.stringMatching(/^[0-9a-f]{12}$/)]);
});

describe("what is no policy is refused", () => {
  test.each([
    { drift: [], what: "has to be an object" },
    { drift: { ignored: [] }, what: 'knows ignore, levels, not "ignored"' },
    { drift: { ignore: {} }, what: '"ignore" has to be a list' },
    { drift: { ignore: [{ kind: "type-changed" }] }, what: '"ignore" needs a `reason`' },
    { drift: { ignore: [{ reason }] }, what: '"ignore" needs an `id`, a `kind` or a `site`' },
    { drift: { ignore: [{ kind: "type-change", reason }] }, what: '"ignore" "kind" has to be one of ' },
    {
      drift: { ignore: [{ kind: "type-changed", reason, until: "tomorrow" }] },
      what: '"ignore" "until" has to be a day',
    },
    { drift: { levels: { "type-changed": "bad" } }, what: '"levels" "type-changed" has to be one of breaking' },
    { drift: { levels: { typo: "docs" } }, what: '"levels" there is no kind "typo"' },
  ])("$what", ({ drift, what }) => {
    expect(() => readConfig({ drift }, "config.json")).toThrow(what);
  });

  test("what is one is taken", () => {
    const drift = {
      ignore: [{ kind: "type-changed", site: "GET *", reason, until: "2026-12-31" }],
      levels: { "format-added": "docs" },
    };
    expect(readConfig({ drift }, "config.json").drift).toEqual(drift);
  });
});
