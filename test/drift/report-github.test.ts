import { describe, expect, test } from "vitest";
import type { Drift, Level } from "../../generator/drift/change.ts";
import { reports } from "../../generator/drift/reports/index.ts";
import { readLines } from "../../generator/drift/reports/lines.ts";
import { change, drift, hushed, mixed, none, options, snapshot } from "./report-samples.ts";

describe("github", () => {
  const { github } = reports;
  const many = (level: Level, number: number) => [...Array(number)].map(() => change(level));

  test("points into the snapshot, or at what is around a thing that is gone", () => {
    expect(github.drift(mixed, options)).toMatchInlineSnapshot(`
      "::error file=spec/pets.json,line=5,title=breaking%3A property-removed in answers::nick is gone%0Aschema Pet: nick%0AGET /pets/{id} 200: nick%0APet.nick is gone; callers that read it stop compiling%0Aid aaaaaaaaaaaa
      ::warning file=spec/pets.json,line=6,title=risky%3A enum-value-added in answers::mood has a new value, 3%0Aschema Pet: mood%0APetMood gains Sleepy = 3; exhaustive switches stop compiling%0Aid bbbbbbbbbbbb
      ::notice file=spec/pets.json,line=6,title=additive%3A param-added in requests::limit is new%0AGET /pets query: limit%0Anothing to do%0Aid cccccccccccc
      ::notice file=spec/pets.json,line=6,title=docs%3A description-changed in answers::description of name: "The name of the pet" is now "The short name of the pet"%0Aschema Pet: name%0Anothing to do%0Aasks for more: required%0Aid dddddddddddd
      ::notice title=drift::entry 2 of the ignore list matches nothing
      "
    `);
  });

  test.each<{ name: string; given: Drift; want: string }>([
    { name: "nothing", given: none, want: "no drift: nothing changed for callers\n" },
    {
      name: "nothing that is not ignored",
      given: hushed,
      want: "no drift: nothing changed for callers (1 ignored, 1 noticed; npm run drift -- --format text says more)\n",
    },
  ])("has one line and no command for $name", ({ given, want }) => {
    expect(github.drift(given, options)).toBe(want);
    expect(want).not.toContain("::");
  });

  test.each([
    { number: 10, notes: [] },
    { number: 11, notes: ["and 1 more"] },
    { number: 310, notes: ["and 300 more"] },
  ])("of $number changes of a type, the tenth says $notes", ({ number, notes }) => {
    const lines = github
      .drift(drift([...many("breaking", 2), ...many("risky", number)]), options)
      .trim()
      .split("\n");
    expect(lines).toHaveLength(number + 2);
    const noted = lines.filter((line) => / more, which/.test(line));
    expect(noted.map((line) => /and \d+ more/.exec(line)?.[0])).toEqual(notes);
    if (notes.length > 0) expect(lines.indexOf(noted[0] ?? "")).toBe(11);
  });

  test("counts additive and docs changes together: both are notices", () => {
    const lines = github.drift(drift([...many("additive", 6), ...many("docs", 6)]), options).split("\n");
    expect(lines[9]).toContain("and 2 more");
  });

  test("has one line per document of a history", () => {
    expect(github.history([mixed, drift([change("docs")], { head: "third: a,b" })], options)).toBe(
      "::notice title=new.json::breaking: 1 breaking, 1 risky, 1 additive, 1 docs changes (semver major)\n" +
        "::notice title=third%3A a%2Cb::docs: 1 docs change (semver patch)\n",
    );
  });
});

describe("the line of a pointer", () => {
  const lines = snapshot.split("\n");
  const line = (...pointers: string[]) => lines[readLines(snapshot).of(pointers) - 1]?.trim();

  test.each([
    { pointers: ["#"], want: "{" },
    { pointers: ["#/components/schemas/Pet/properties/name"], want: '"name": {' },
    { pointers: ["#/components/schemas/Pet/properties/name/type"], want: '"type": "string"' },
    { pointers: ["#/components/schemas/Pet/properties/tags"], want: '"tags": []' },
    { pointers: ["#/components/schemas/Pet/required/1"], want: '"tags"' },
    { pointers: ["#/paths/~1pets~1{id}/get/responses/404"], want: '"404": {}' },
    { pointers: ["#/components/schemas/Pet/properties/gone/type"], want: '"properties": {' },
    { pointers: ["#/gone/1/2", "#/paths"], want: '"paths": {' },
    { pointers: ["#/gone/1/2"], want: "{" },
    { pointers: [], want: "{" },
  ])("$pointers is $want", ({ pointers, want }) => {
    expect(line(...pointers)).toBe(want);
  });

  test("is the first where there is no document", () => {
    expect(readLines("").of(["#/paths"])).toBe(1);
  });
});
