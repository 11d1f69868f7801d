import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { levels } from "../../generator/diff/findings/change.ts";
import { kindIds } from "../../generator/diff/registry.ts";
import { reports } from "../../generator/diff/reports/reports.ts";
import { hostile, withText } from "./report-hostile.ts";
import { drift, mixed, options } from "./report-samples.ts";

const file = join(import.meta.dirname, "../../generator/diff/reports/drift.schema.json");
const text = readFileSync(file, "utf8");
const schema = JSON.parse(text);
const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
const errors = (value: unknown) => (validate(value) ? [] : (validate.errors ?? []).map(({ keyword }) => keyword));

const parsed = JSON.parse(reports.json.drift(mixed, options));
const [change] = parsed.changes;

test("the schema lists the kinds of the registry", async () => {
  const ids = kindIds.map((id) => `        ${JSON.stringify(id)}`).join(",\n");
  const derived = text.replace(/("kind": \{\s*"description": "[^"]*",\s*"enum": )\[[^\]]*\]/, `$1[\n${ids}\n      ]`);
  await expect(
    derived,
    "to rewrite the schema, run `npx vitest run test/drift/report-schema.test.ts -u`",
  ).toMatchFileSnapshot(file);
  expect(JSON.parse(derived).$defs.kind.enum).toEqual(kindIds);
});

test("the schema lists the levels", () => {
  expect(schema.$defs.level.enum).toEqual(levels);
});

describe("the schema accepts", () => {
  test.each([
    { name: "a drift", given: reports.json.drift(mixed, options) },
    {
      name: "a drift with overlays",
      given: reports.json.drift(
        { ...mixed, overlays: ["a.yaml"], changes: mixed.changes.map((each) => ({ ...each, fromOverlay: true })) },
        options,
      ),
    },
    { name: "a drift without changes", given: reports.json.drift(drift([]), options) },
    { name: "a history", given: reports.json.history([mixed, mixed], options) },
    { name: "an empty history", given: reports.json.history([drift([])], options) },
  ])("$name", ({ given }) => {
    expect(errors(JSON.parse(given))).toEqual([]);
  });

  test("any text of a document", () => {
    for (const text of Object.values(hostile).filter((each) => each.trim() !== ""))
      expect(errors(JSON.parse(reports.json.drift(withText(text), options)))).toEqual([]);
  });
});

describe("the schema rejects", () => {
  test.each([
    { name: "an unknown key", given: { ...parsed, more: 1 }, want: "additionalProperties" },
    {
      name: "an unknown key of a change",
      given: { ...parsed, changes: [{ ...change, pointers: [] }] },
      want: "additionalProperties",
    },
    {
      name: "an unknown key of an ignored change",
      given: { ...parsed, ignored: [{ ...change, reason: "", more: 1 }] },
      want: "additionalProperties",
    },
    { name: "an ignored change without a reason", given: { ...parsed, ignored: [change] }, want: "required" },
    { name: "an empty list of ignored changes", given: { ...parsed, ignored: [] }, want: "minItems" },
    { name: "an unknown kind", given: { ...parsed, changes: [{ ...change, kind: "x" }] }, want: "enum" },
    { name: "a change of level none", given: { ...parsed, changes: [{ ...change, level: "none" }] }, want: "enum" },
    {
      name: "a change without before",
      given: { ...parsed, changes: [{ ...change, before: undefined }] },
      want: "required",
    },
    {
      name: "an entry of a history without changes",
      given: { history: [{ ...parsed, changes: [] }] },
      want: "minItems",
    },
  ])("$name", ({ given, want }) => {
    expect(errors(JSON.parse(JSON.stringify(given)))).toContain(want);
  });
});
