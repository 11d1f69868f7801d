import { describe, expect, test } from "vitest";
import { analyze, selectDocument } from "../../generator/app/pipeline.ts";
import { defaults } from "../../generator/config/config.ts";
import { readConfig } from "../../generator/config/read-config.ts";
import { applyPolicy, type DriftPolicy, type IgnoreEntry } from "../../generator/diff/apply-policy.ts";
import { compareContracts } from "../../generator/diff/compare-contracts.ts";
import type { JsonObject } from "../../generator/document/json.ts";
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
const readContract = async (document: JsonObject) => analyze(await selectDocument(document, config), config).contract();
const driftWith = async (policy: DriftPolicy) =>
  applyPolicy(
    { base: "a", head: "b" },
    compareContracts(await readContract(base), await readContract(head)),
    policy,
    "2026-06-15",
  );
const reason = "not used";

describe("the ignore list", () => {
  test("is empty by default; the most severe change is first and determines the level", async () => {
    const drift = await driftWith({});
    expect(drift).toMatchObject({ base: "a", head: "b", level: "breaking", semver: "major", ignored: [], notices: [] });
    expect(drift.changes.map(({ kind, sites }) => [kind, sites.length])).toEqual([
      ["type-changed", 2],
      ["description-changed", 2],
    ]);
  });

  test.each<{
    name: string;
    entry: IgnoreEntry;
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
      name: "by kind and site, at one of two sites",
      entry: { kind: "type-changed", site: "GET /a 200: *", reason },
      level: "breaking",
      left: ["type-changed 1", "description-changed 2"],
      ignored: ["type-changed 1"],
    },
    {
      name: "by site only",
      entry: { site: "*: b", reason },
      level: "breaking",
      left: ["type-changed 2"],
      ignored: ["description-changed 2"],
    },
    {
      name: "until today",
      entry: { kind: "type-changed", reason, until: "2026-06-15" },
      level: "docs",
      left: ["description-changed 2"],
      ignored: ["type-changed 2"],
    },
  ])("ignores changes $name", async ({ entry, level, left, ignored }) => {
    const drift = await driftWith({ ignore: [entry] });
    const summarize = (changes: readonly { kind: string; sites: readonly string[] }[]) =>
      changes.map(({ kind, sites }) => `${kind} ${sites.length}`);
    expect({ level: drift.level, left: summarize(drift.changes), ignored: summarize(drift.ignored) }).toEqual({
      level,
      left,
      ignored,
    });
    expect(drift.ignored[0]).toMatchObject({ reason });
    expect(drift.notices).toEqual([]);
  });

  test("ignores a change by its id", async () => {
    const [first] = (await driftWith({})).changes;
    const drift = await driftWith({ ignore: [{ id: first?.id ?? "", reason }] });
    expect(drift.changes.map(({ kind }) => kind)).toEqual(["description-changed"]);
  });

  test.each<{ entry: IgnoreEntry; notice: string }>([
    {
      entry: { kind: "type-changed", reason, until: "2026-06-14" },
      notice: 'ignore entry {"kind":"type-changed"} expired on 2026-06-14',
    },
    {
      entry: { id: "0123456789ab", reason },
      notice: 'ignore entry {"id":"0123456789ab"} matches no change',
    },
    { entry: { site: "GET /c*", reason }, notice: 'ignore entry {"site":"GET /c*"} matches no change' },
  ])("reports: $notice", async ({ entry, notice }) => {
    const drift = await driftWith({ ignore: [entry] });
    expect(drift.notices).toEqual([notice]);
    expect(drift.changes).toHaveLength(2);
  });
});

test("the config replaces the level of a kind", async () => {
  const drift = await driftWith({ levels: { "type-changed": "additive" } });
  expect(drift).toMatchObject({ level: "additive", semver: "minor" });
});

test("fingerprints are the same on every run and differ between changes", async () => {
  const ids = async () => (await driftWith({})).changes.map(({ id }) => id);
  expect(await ids()).toEqual(await ids());
  expect(new Set(await ids()).size).toBe(2);
  expect(await ids()).toEqual([expect.stringMatching(/^[0-9a-f]{12}$/), expect.stringMatching(/^[0-9a-f]{12}$/)]);
});

describe("the config rejects an invalid policy", () => {
  test.each([
    { drift: [], what: ": `drift` must be an object, not []. Correct the config." },
    { drift: { ignored: [] }, what: ': `drift` accepts ignore, levels, not "ignored".' },
    { drift: { ignore: {} }, what: "/ignore: `ignore` must be an array, not {}." },
    { drift: { ignore: [{ kind: "type-changed" }] }, what: "/ignore/0: this needs a `reason`." },
    { drift: { ignore: [{ reason }] }, what: "/ignore/0: this needs an `id`, a `kind` or a `site`." },
    { drift: { ignore: [{ unitl: "" }] }, what: '/ignore/0: this accepts id, kind, site, reason, until, not "unitl".' },
    {
      drift: { ignore: [{ kind: "type-change", reason }] },
      what: '/ignore/0/kind: `kind` must be a kind of change, such as "type-changed", not "type-change".',
    },
    ...["tomorrow", "2027-02-30", "2026-13-01", "2026-1-1", "2026-12-31T00:00:00Z", "+002026-01-01"].map((until) => ({
      drift: {
        ignore: [
          { id: "a", reason },
          { kind: "type-changed", reason, until },
        ],
      },
      what: `/ignore/1/until: \`until\` must be a date, such as "2026-12-31", not "${until}".`,
    })),
    {
      drift: { levels: { "type-changed": "bad" } },
      what: '/levels/type-changed: `type-changed` must be one of breaking, risky, additive, docs, not "bad".',
    },
    {
      drift: { levels: { typo: "docs" } },
      what: '/levels/typo: `typo` is not a kind of change, such as "type-changed".',
    },
  ])("$what", ({ drift, what }) => {
    expect(() => readConfig({ drift }, "config.json")).toThrow(`error[CONFIG_INVALID] at config.json#/drift${what}`);
  });

  test("accepts a valid one", () => {
    const drift = {
      ignore: [{ kind: "type-changed", site: "GET *", reason, until: "2028-02-29" }],
      levels: { "format-added": "docs" },
    };
    expect(readConfig({ drift }, "config.json").drift).toEqual(drift);
  });
});
