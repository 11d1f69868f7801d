import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { levels } from "../../generator/diff/findings/change.ts";
import { kinds } from "../../generator/diff/findings/kind-names.ts";
import { reports } from "../../generator/diff/reports/reports.ts";
import { hostile, withText } from "./report-hostile.ts";
import { drift, mixed, options } from "./report-samples.ts";

const schema = JSON.parse(readFileSync("generator/drift/reports/drift.schema.json", "utf8"));
const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
const errors = (value: unknown) => (validate(value) ? [] : (validate.errors ?? []).map(({ keyword }) => keyword));

const parsed = JSON.parse(reports.json.drift(mixed, options));
const [change] = parsed.changes;

test("the schema knows the kinds and levels there are", () => {
  expect(schema.$defs.kind.enum).toEqual(kinds);
  expect(schema.$defs.level.enum).toEqual(levels);
});

describe("what is printed is what the schema describes", () => {
  test.each([
    { name: "a drift", given: reports.json.drift(mixed, options) },
    {
      name: "a drift with our corrections",
      given: reports.json.drift(
        { ...mixed, overlays: ["a.yaml"], changes: mixed.changes.map((each) => ({ ...each, ours: true })) },
        options,
      ),
    },
    { name: "no drift", given: reports.json.drift(drift([]), options) },
    { name: "a history", given: reports.json.history([mixed, mixed], options) },
    { name: "an empty history", given: reports.json.history([drift([])], options) },
  ])("$name", ({ given }) => {
    expect(errors(JSON.parse(given))).toEqual([]);
  });

  test("whatever a document says", () => {
    for (const text of Object.values(hostile).filter((each) => each.trim() !== ""))
      expect(errors(JSON.parse(reports.json.drift(withText(text), options)))).toEqual([]);
  });
});

describe("what is not is refused", () => {
  test.each([
    { name: "another key", given: { ...parsed, more: 1 }, want: "additionalProperties" },
    {
      name: "another key of a change",
      given: { ...parsed, changes: [{ ...change, pointers: [] }] },
      want: "additionalProperties",
    },
    {
      name: "another key of what is ignored",
      given: { ...parsed, ignored: [{ ...change, reason: "", more: 1 }] },
      want: "additionalProperties",
    },
    { name: "what is ignored without a reason", given: { ...parsed, ignored: [change] }, want: "required" },
    { name: "an empty list of what is ignored", given: { ...parsed, ignored: [] }, want: "minItems" },
    { name: "a kind that there is not", given: { ...parsed, changes: [{ ...change, kind: "x" }] }, want: "enum" },
    { name: "a change of level none", given: { ...parsed, changes: [{ ...change, level: "none" }] }, want: "enum" },
    { name: "no value before", given: { ...parsed, changes: [{ ...change, before: undefined }] }, want: "required" },
    { name: "an entry without changes", given: { history: [{ ...parsed, changes: [] }] }, want: "minItems" },
  ])("$name", ({ given, want }) => {
    expect(errors(JSON.parse(JSON.stringify(given)))).toContain(want);
  });
});
