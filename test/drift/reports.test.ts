import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import type { Level, Located } from "../../generator/diff/findings/change.ts";
import { reports } from "../../generator/diff/reports/reports.ts";
import { change, drift, hushed, mixed, none, options } from "./report-samples.ts";

const formats = Object.keys(reports) as (keyof typeof reports)[];

test("there is a report for every format", () => {
  expect(formats).toEqual(["text", "markdown", "json", "github", "html"]);
});

describe.each(formats)("%s", (format) => {
  const report = reports[format];

  test("gives the same bytes for the same drift, and ends its last line", () => {
    for (const each of [mixed, none, hushed]) {
      const text = report.drift(each, options);
      expect(report.drift(structuredClone(each), options)).toBe(text);
      expect(text.endsWith("\n") && !text.endsWith("\n\n")).toBe(true);
    }
    expect(report.history([mixed, mixed], options)).toBe(report.history([mixed, mixed], options));
  });

  test.runIf(format !== "json")("does not tell a level without saying that something is ignored", () => {
    for (const each of [mixed, hushed])
      expect(report.drift(each, options)).toMatch(/not counting 1 ignored|1 ignored,/);
    expect(report.drift({ ...mixed, ignored: [] }, options)).not.toMatch(/ignored/);
    expect(report.drift(none, options)).not.toMatch(/ignored/);
  });

  test("says everything of every change", () => {
    // Tags, code and escapes come off, so that one expectation holds for all.
    const text = report
      .drift(mixed, options)
      .replace(/<br>/g, " ")
      .replace(/<[^>]*>/g, "");
    const said = text.replace(/`|\\(?=")|&#34;|"/g, "");
    for (const { id, kind, message, impact, sites, undeclaredConstraints = [] } of mixed.changes) {
      for (const words of [kind, message.replaceAll('"', ""), impact, ...sites, ...undeclaredConstraints])
        expect(said).toContain(words);
      // What the ignore list takes, under the name that it takes it by.
      expect(said).toMatch(new RegExp(`(?:\\b|%0A)id:? ${id}\\b`));
    }
    expect(said).toContain("entry 2 of the ignore list matches nothing");
  });
});

describe("a new value and its label are one line for people, and two changes for programs", () => {
  const added = change("risky", { kind: "enum-value-added", message: "mood has a new value, 3", value: 3, after: 3 });
  const label = change("docs", {
    kind: "enum-label-added",
    message: 'mood calls 3 "Sleepy"',
    value: "3",
    after: "Sleepy",
  });

  test.each<{ name: string; label: Partial<Located>; folds: boolean }>([
    { name: "at the same places", label: {}, folds: true },
    { name: "of another value", label: { value: "4" }, folds: false },
    { name: "at another place", label: { sites: ["schema Cat: name"] }, folds: false },
    { name: "that goes the other way", label: { direction: "request" }, folds: false },
    { name: "that is our correction", label: { fromOverlay: true }, folds: false },
    { name: "that a project takes for more", label: { level: "additive" }, folds: false },
    { name: "that is another one now", label: { kind: "enum-label-changed" }, folds: false },
  ])("where the label is one $name: $folds", ({ label: rest, folds }) => {
    const given = drift([added, { ...label, ...rest }]);
    for (const format of ["text", "markdown", "github", "html"] as const) {
      const said = reports[format].drift(given, options).replaceAll("&#34;", '"');
      expect([
        said.includes('mood has a new value, 3, called "Sleepy"'),
        said.includes('mood calls 3 "Sleepy"'),
      ]).toEqual([folds, !folds]);
    }
    expect(reports.text.history([given], options).includes("1 risky change (")).toBe(folds);
    expect(JSON.parse(reports.json.drift(given, options)).changes).toHaveLength(2);
  });
});

describe("text", () => {
  const { text } = reports;

  test("is one line where nothing has changed", () => {
    expect(text.drift(none, options)).toBe("no drift: nothing changed for callers\n");
    expect(text.history([], options)).toBe("no drift: nothing changed for callers\n");
  });

  test("is a verdict, blocks, and what else there is to know", () => {
    expect(text.drift(mixed, { ...options, width: 60 })).toMatchInlineSnapshot(`
      "breaking: 1 breaking, 1 risky, 1 additive, 1 docs change (semver major, not counting 1 ignored)

      breaking  property-removed in responses  id aaaaaaaaaaaa
        nick is gone
        where   schema Pet: nick
                GET /pets/{id} 200: nick
        impact  Pet.nick is gone; callers that read it stop
                compiling

      risky  enum-value-added in responses  id bbbbbbbbbbbb
        mood has a new value, 3
        where   schema Pet: mood
        impact  PetMood gains Sleepy = 3; exhaustive switches stop
                compiling

      additive  param-added in requests  id cccccccccccc
        limit is new
        where   GET /pets query: limit
        impact  nothing to do

      docs  description-changed in responses  id dddddddddddd
        description of name: "The name of the pet" is now "The
        short name of the pet"
        where   schema Pet: name
        impact  nothing to do
        ! undeclared constraints: required

      notice: entry 2 of the ignore list matches nothing
      1 change ignored by the config
      "
    `);
  });

  test("names what is ignored where nothing else has changed", () => {
    expect(text.drift(hushed, options).split("\n")).toEqual([
      "no drift: nothing changed for callers, not counting 1 ignored",
      "",
      "notice: entry 2 of the ignore list matches nothing",
      "1 change is ignored, as the config says",
      "",
    ]);
  });

  test.each<{ given: Level[]; want: string }>([
    { given: ["breaking"], want: "breaking: 1 breaking change (semver major)" },
    { given: ["risky", "risky", "docs"], want: "risky: 2 risky, 1 docs changes (semver minor)" },
    { given: ["additive"], want: "additive: 1 additive change (semver minor)" },
    { given: ["docs", "docs"], want: "docs: 2 docs changes (semver patch)" },
  ])("its verdict on $given is $want", ({ given, want }) => {
    const first = text.drift(drift(given.map((level) => change(level))), options).split("\n")[0];
    expect(first).toBe(want);
  });

  test("has colours only where it may", () => {
    const coloured = text.drift(mixed, { ...options, color: true });
    expect(coloured).toContain("\u001b[31mbreaking");
    expect(stripVTControlCharacters(coloured)).toBe(text.drift(mixed, options));
  });

  test.each([40, 80, 120])("fits in %i columns, and leaves nothing out", (width) => {
    const words = "many short words 漢字 in a row ".repeat(20).trim();
    const wrapped = text.drift(drift([change("risky", { message: words, impact: words })]), { ...options, width });
    for (const line of wrapped.split("\n")) expect(line.replace(/[漢字]/g, "xx").length).toBeLessThanOrEqual(width);
    expect(wrapped.replace(/\s+/g, " ").split(words)).toHaveLength(3);
  });

  test("keeps a word whole that is too long for a line", () => {
    const site = `GET /${"very-long-".repeat(10)} 200`;
    const wrapped = text.drift(drift([change("risky", { sites: [site] })]), { ...options, width: 40 });
    expect(wrapped).toContain(`/${"very-long-".repeat(10)}`);
  });

  test("has a section per document of a history", () => {
    const lines = text.history([mixed, drift([change("docs")], { base: "b", head: "c" })], options).split("\n");
    expect(lines.filter((line) => line.includes(" -> "))).toEqual(["old.json -> new.json", "b -> c"]);
  });
});
