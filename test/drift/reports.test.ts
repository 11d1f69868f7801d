import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import type { Level, Located } from "../../generator/diff/findings/change.ts";
import { reports } from "../../generator/diff/reports/reports.ts";
import { change, drift, mixed, none, onlyIgnored, options } from "./report-samples.ts";

const formats = Object.keys(reports) as (keyof typeof reports)[];

test("has a report for every format", () => {
  expect(formats).toEqual(["text", "markdown", "json", "github", "html"]);
});

describe.each(formats)("%s", (format) => {
  const report = reports[format];

  test("prints the same drift as the same bytes, with a final newline", () => {
    for (const each of [mixed, none, onlyIgnored]) {
      const text = report.drift(each, options);
      expect(report.drift(structuredClone(each), options)).toBe(text);
      expect(text.endsWith("\n") && !text.endsWith("\n\n")).toBe(true);
    }
    expect(report.history([mixed, mixed], options)).toBe(report.history([mixed, mixed], options));
  });

  test.runIf(format !== "json")("mentions ignored changes next to the level", () => {
    for (const each of [mixed, onlyIgnored])
      expect(report.drift(each, options)).toMatch(/not counting 1 ignored|1 ignored,/);
    expect(report.drift({ ...mixed, ignored: [] }, options)).not.toMatch(/ignored/);
    expect(report.drift(none, options)).not.toMatch(/ignored/);
  });

  test("prints every property of every change", () => {
    // Without tags, code marks and escapes, all formats have the same text.
    const text = report
      .drift(mixed, options)
      .replace(/<br>/g, " ")
      .replace(/<[^>]*>/g, "");
    const plainText = text.replace(/`|\\(?=")|&#34;|"/g, "");
    for (const { id, kind, message, impact, sites, undeclaredConstraints = [] } of mixed.changes) {
      for (const words of [kind, message.replaceAll('"', ""), impact, ...sites, ...undeclaredConstraints])
        expect(plainText).toContain(words);
      // The id has the name that it has in the ignore list.
      expect(plainText).toMatch(new RegExp(`(?:\\b|%0A)id:? ${id}\\b`));
    }
    expect(plainText).toContain("ignore entry {id:x} matches no change");
  });
});

describe("the label of a new enum value", () => {
  const added = change("risky", { kind: "enum-value-added", message: "mood has a new value, 3", value: 3, after: 3 });
  const label = change("docs", {
    kind: "enum-label-added",
    message: 'label of 3 in mood was added: "Sleepy"',
    value: "3",
    after: "Sleepy",
  });

  test.each<{ name: string; label: Partial<Located>; folds: boolean }>([
    { name: "at the same sites", label: {}, folds: true },
    { name: "of another value", label: { value: "4" }, folds: false },
    { name: "at another site", label: { sites: ["schema Cat: name"] }, folds: false },
    { name: "in the other direction", label: { direction: "request" }, folds: false },
    { name: "from an overlay", label: { fromOverlay: true }, folds: false },
    { name: "with a higher level", label: { level: "additive" }, folds: false },
    { name: "that changed", label: { kind: "enum-label-changed" }, folds: false },
  ])("is folded into the change of the value, except in JSON: $folds for a label $name", ({ label: rest, folds }) => {
    const given = drift([added, { ...label, ...rest }]);
    for (const format of ["text", "markdown", "github", "html"] as const) {
      const printed = reports[format].drift(given, options).replaceAll("&#34;", '"');
      expect([
        printed.includes("mood has a new value, 3 (Sleepy)"),
        printed.includes('label of 3 in mood was added: "Sleepy"'),
      ]).toEqual([folds, !folds]);
    }
    expect(reports.text.history([given], options).includes("1 risky change (")).toBe(folds);
    expect(JSON.parse(reports.json.drift(given, options)).changes).toHaveLength(2);
  });
});

describe("text", () => {
  const { text } = reports;

  test("is one line if nothing changed", () => {
    expect(text.drift(none, options)).toBe("no drift: nothing changed for callers\n");
    expect(text.history([], options)).toBe("no drift: nothing changed for callers\n");
  });

  test("has a summary, a block per change, notices and the number of ignored changes", () => {
    expect(text.drift(mixed, { ...options, width: 60 })).toMatchInlineSnapshot(`
      "breaking: 1 breaking, 1 risky, 1 additive, 1 docs change (semver major, not counting 1 ignored)

      breaking  property-removed in responses  id aaaaaaaaaaaa
        nick was removed
        where   schema Pet: nick
                GET /pets/{id} 200: nick
        impact  Pet.nick was removed; callers that read it stop
                compiling

      risky  enum-value-added in responses  id bbbbbbbbbbbb
        mood has a new value, 3
        where   schema Pet: mood
        impact  PetMood gains Sleepy = 3; exhaustive switches stop
                compiling

      additive  param-added in requests  id cccccccccccc
        limit was added
        where   GET /pets query: limit
        impact  no code changes needed

      docs  description-changed in responses  id dddddddddddd
        description of name changed from "The name of the pet" to
        "The short name of the pet"
        where   schema Pet: name
        impact  no code changes needed
        ! undeclared constraints: required

      notice: ignore entry {"id":"x"} matches no change
      1 change ignored by the config
      "
    `);
  });

  test("mentions ignored changes if nothing else changed", () => {
    expect(text.drift(onlyIgnored, options).split("\n")).toEqual([
      "no drift: nothing changed for callers, not counting 1 ignored",
      "",
      'notice: ignore entry {"id":"x"} matches no change',
      "1 change ignored by the config",
      "",
    ]);
  });

  test.each<{ given: Level[]; want: string }>([
    { given: ["breaking"], want: "breaking: 1 breaking change (semver major)" },
    { given: ["risky", "risky", "docs"], want: "risky: 2 risky, 1 docs change (semver minor)" },
    { given: ["risky", "docs", "docs"], want: "risky: 1 risky, 2 docs changes (semver minor)" },
    { given: ["additive"], want: "additive: 1 additive change (semver minor)" },
    { given: ["docs", "docs"], want: "docs: 2 docs changes (semver patch)" },
  ])("summarizes $given as $want", ({ given, want }) => {
    const first = text.drift(drift(given.map((level) => change(level))), options).split("\n")[0];
    expect(first).toBe(want);
  });

  test("has colors only in a terminal", () => {
    const colored = text.drift(mixed, { ...options, color: true });
    expect(colored).toContain("\u001b[31mbreaking");
    expect(stripVTControlCharacters(colored)).toBe(text.drift(mixed, options));
  });

  test.each([40, 80, 120])("wraps everything at %i columns", (width) => {
    const message = "many short words 漢字 in a row ".repeat(20).trim();
    const wrapped = text.drift(drift([change("risky", { message, impact: message })]), { ...options, width });
    for (const line of wrapped.split("\n")) expect(line.replace(/[漢字]/g, "xx").length).toBeLessThanOrEqual(width);
    expect(wrapped.replace(/\s+/g, " ").split(message)).toHaveLength(3);
  });

  test("does not break a word that is longer than a line", () => {
    const site = `GET /${"very-long-".repeat(10)} 200`;
    const wrapped = text.drift(drift([change("risky", { sites: [site] })]), { ...options, width: 40 });
    expect(wrapped).toContain(`/${"very-long-".repeat(10)}`);
  });

  test("prints a section per document of a history", () => {
    const lines = text.history([mixed, drift([change("docs")], { base: "b", head: "c" })], options).split("\n");
    expect(lines.filter((line) => line.includes(" -> "))).toEqual(["old.json -> new.json", "b -> c"]);
  });
});
