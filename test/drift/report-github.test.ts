import { describe, expect, test } from "vitest";
import type { Drift, Level } from "../../generator/diff/findings/change.ts";
import { type KindId, kinds } from "../../generator/diff/registry.ts";
import { reports } from "../../generator/diff/reports/reports.ts";
import { linesOfChange, readSnapshotLines } from "../../generator/diff/reports/snapshot-lines.ts";
import { printJson } from "../../generator/document/json.ts";
import type { EnumValue } from "../../generator/model/model.ts";
import { change, drift, mixed, none, onlyIgnored, options, snapshot } from "./report-samples.ts";

describe("github", () => {
  const { github } = reports;
  const many = (level: Level, number: number) => [...Array(number)].map(() => change(level));

  test("annotates the lines of the snapshot, or the line after a removed one", () => {
    expect(github.drift(mixed, options)).toMatchInlineSnapshot(`
      "::error file=spec/pets.json,line=9,title=breaking%3A property-removed in responses::nick was removed%0Aschema Pet: nick%0AGET /pets/{id} 200: nick%0APet.nick was removed; callers that read it stop compiling%0Aid aaaaaaaaaaaa
      ::warning file=spec/pets.json,line=6,title=risky%3A enum-value-added in responses::mood has a new value, 3%0Aschema Pet: mood%0APetMood gains Sleepy = 3; exhaustive switches stop compiling%0Aid bbbbbbbbbbbb
      ::notice file=spec/pets.json,line=6,title=additive%3A param-added in requests::limit was added%0AGET /pets query: limit%0Ano code changes needed%0Aid cccccccccccc
      ::notice file=spec/pets.json,line=6,title=docs%3A description-changed in responses::description of name changed from "The name of the pet" to "The short name of the pet"%0Aschema Pet: name%0Ano code changes needed%0Aundeclared constraints: required%0Aid dddddddddddd
      ::notice title=drift::breaking: 1 breaking, 1 risky, 1 additive, 1 docs change (semver major, not counting 1 ignored)
      ::notice title=drift::ignore entry {"id":"x"} matches no change
      "
    `);
  });

  test.each<{ name: string; given: Drift; want: string }>([
    { name: "no change", given: none, want: "no drift: nothing changed for callers\n" },
    {
      name: "ignored changes only",
      given: onlyIgnored,
      want: "no drift: nothing changed for callers (1 ignored, 1 notice; for details run npm run drift -- --format text)\n",
    },
  ])("prints one line and no command for $name", ({ given, want }) => {
    expect(github.drift(given, options)).toBe(want);
    expect(want).not.toContain("::");
  });

  test.each([
    { number: 10, notes: [] },
    { number: 11, notes: ["and 1 more"] },
    { number: 310, notes: ["and 300 more"] },
  ])("the tenth of $number annotations of a type says $notes", ({ number, notes }) => {
    const lines = github
      .drift(drift([...many("breaking", 2), ...many("risky", number)]), options)
      .trim()
      .split("\n");
    expect(lines).toHaveLength(number + 2);
    const noted = lines.filter((line) => / more that/.test(line));
    expect(noted.map((line) => /and \d+ more/.exec(line)?.[0])).toEqual(notes);
    if (notes.length > 0) expect(lines.indexOf(noted[0] ?? "")).toBe(11);
  });

  test("annotates every line of a change as long as GitHub shows all annotations", () => {
    const places = ["/name", "/tags", ""].map((each) => `#/components/schemas/Pet/properties${each}`);
    const wide = change("risky", { kind: "property-added", pointers: places, message: "many lines" });
    const shown = (number: number) =>
      github
        .drift(drift([wide, ...many("risky", number)]), options)
        .trim()
        .split("\n");
    expect([7, 8, 9, 20].map((number) => shown(number).filter((line) => line.includes("many lines")).length)).toEqual([
      3, 2, 1, 1,
    ]);
    expect(shown(9).join()).not.toContain("more that");
    expect(
      shown(7)
        .filter((line) => line.includes("many lines"))
        .map((line) => /line=(\d+)/.exec(line)?.[1]),
    ).toEqual(["6", "9", "5"]);
  });

  test("counts additive and docs changes together, because both are notices", () => {
    const lines = github.drift(drift([...many("additive", 6), ...many("docs", 6)]), options).split("\n");
    expect(lines[9]).toContain("and 2 more");
  });

  test("prints one line per document of a history", () => {
    expect(github.history([mixed, drift([change("docs")], { head: "third: a,b" })], options)).toBe(
      "::notice title=new.json::breaking: 1 breaking, 1 risky, 1 additive, 1 docs change (semver major, not counting 1 ignored)\n" +
        "::notice title=third%3A a%2Cb::docs: 1 docs change (semver patch)\n",
    );
  });
});

describe("the line of a pointer", () => {
  const lines = snapshot.split("\n");
  const line = (pointer: string) => lines[readSnapshotLines(snapshot).lineOf(pointer) - 1]?.trim();

  test.each([
    { pointer: "#", want: "{" },
    { pointer: "#/components/schemas/Pet/properties/name", want: '"name": {' },
    { pointer: "#/components/schemas/Pet/properties/name/type", want: '"type": "string"' },
    { pointer: "#/components/schemas/Pet/properties/tags", want: '"tags": []' },
    { pointer: "#/components/schemas/Pet/required/1", want: '"tags"' },
    { pointer: "#/paths/~1pets~1{id}/get/responses/404", want: '"404": {}' },
    { pointer: "", want: "{" },
    // A removed value has the line of the value after it.
    { pointer: "#/components/schemas/Pet/properties/gone/type", want: '"name": {' },
    { pointer: "#/components/schemas/Pet/properties/one", want: '"tags": []' },
    { pointer: "#/paths/~1pets/get", want: '"/pets/{id}": {' },
    { pointer: "#/paths/~1pets~1{id}/get/responses/302", want: '"404": {}' },
    { pointer: "#/gone/1/2", want: '"paths": {' },
    // A removed last value has the last line of its object.
    { pointer: "#/components/schemas/Pet/type", want: "}" },
    { pointer: "#/components/schemas/Pet/required/2", want: '"required": [' },
  ])("$pointer is $want", ({ pointer, want }) => {
    expect(line(pointer)).toBe(want);
  });

  test("is the first line of an empty document", () => {
    expect(readSnapshotLines("").lineOf("#/paths")).toBe(1);
  });
});

describe("the line of a change", () => {
  const pet = {
    enum: [1, "2", 2],
    minimum: 1,
    properties: { a: { type: ["string", "null"] }, "b/c": {} },
    required: ["b/c"],
    "x-enumDescriptions": { 1: "One", 2: "Two" },
  };
  const text = printJson({ components: { schemas: { Pet: pet } } });
  const lines = text.split("\n");
  const linesOf = (id: KindId, pointers: string[], value?: EnumValue) => {
    const keyword = kinds.find((kind) => kind.id === id)?.keyword;
    const located = change("docs", {
      kind: id,
      pointers: pointers.map((pointer) => `#/components/schemas/Pet${pointer}`),
      ...(value !== undefined && { value }),
      ...(keyword !== undefined && { keyword }),
    });
    return linesOfChange(located, readSnapshotLines(text)).map((line) => lines[line - 1]?.trim());
  };

  test.each<{ kind: KindId; pointers?: string[]; value?: EnumValue; want: string[] }>([
    { kind: "enum-value-added", value: 2, want: ["2"] },
    { kind: "enum-value-added", value: "2", want: ['"2",'] },
    { kind: "enum-value-removed", value: 3, want: ['"enum": ['] },
    { kind: "enum-label-changed", value: "2", want: ['"2": "Two"'] },
    { kind: "enum-member-renamed", value: "1", want: ['"1": "One",'] },
    { kind: "enum-renamed", want: ['"Pet": {'] },
    { kind: "minimum-changed", want: ['"minimum": 1,'] },
    { kind: "maximum-removed", want: ['"minimum": 1,'] },
    { kind: "description-removed", want: ['"enum": ['] },
    { kind: "became-nullable", pointers: ["/properties/a"], want: ['"type": ['] },
    { kind: "became-nullable", want: ['"Pet": {'] },
    { kind: "property-became-required", pointers: ["/properties/b~1c"], want: ['"b/c"'] },
    { kind: "property-became-optional", pointers: ["/properties/a"], want: ['"required": ['] },
    { kind: "property-removed", pointers: ["/properties/b"], want: ['"b/c": {}'] },
    {
      kind: "property-added",
      pointers: ["/properties/a", "/properties/b~1c", "/properties/a"],
      want: ['"a": {', '"b/c": {}'],
    },
  ])("$kind $value at $pointers is $want", ({ kind, pointers = [""], value, want }) => {
    expect(linesOf(kind, pointers, value)).toEqual(want);
  });
});
