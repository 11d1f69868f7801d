import { describe, expect, test } from "vitest";
import { levels } from "../../generator/diff/findings/change.ts";
import { reports } from "../../generator/diff/reports/reports.ts";
import { change, drift, mixed, none, options } from "./report-samples.ts";

describe("markdown", () => {
  const { markdown } = reports;

  test("begins with the marker and the verdict", () => {
    expect(markdown.drift(mixed, options).split("\n").slice(0, 4)).toEqual([
      "<!-- instantly-drift -->",
      "🔴 **breaking: 1 breaking, 1 risky, 1 additive, 1 docs changes (semver major, not counting 1 ignored)**",
      "",
      "`old.json` → `new.json`",
    ]);
    expect(markdown.drift(none, options)).toContain("⚪ **no drift: nothing changed for callers**");
    expect(markdown.history([], options)).toContain("no drift");
  });

  test("has a table per level, words and ignored ones folded", () => {
    const text = markdown.drift(mixed, options);
    expect(text.match(/^(### .*|<summary>.*)$/gm)).toEqual([
      "### Breaking (1)",
      "### Risky (1)",
      "### Additive (1)",
      "### Notices (1)",
      "<summary>Docs (1)</summary>",
      "<summary>Ignored, as the config says (1)</summary>",
    ]);
    expect(text).toContain(
      "| `property-removed`<br>in answers<br>id `aaaaaaaaaaaa` | `nick` is gone<br>`schema Pet: nick`<br>`GET /pets/{id} 200: nick` | `Pet.nick` is gone; callers that read it stop compiling |",
    );
    expect(text).toContain("| nobody reads it |");
  });

  test.each([
    {
      message: 'description of filter: "A filter." is now "The filter."',
      want: 'description of `filter`: "A filter." is now "The filter."',
    },
    { message: "filter is new", want: "`filter` is new" },
    {
      message: 'description of id: "An id." is now "See `sort_by`."',
      want: 'description of id: "An id." is now "See `sort_by`."',
    },
    {
      message: 'description of id is new: "Set `a` or ``b``"',
      want: 'description of id is new: "Set `a` or ``` ``b`` ```"',
    },
  ])("marks names and code in $message", ({ message, want }) => {
    const text = markdown.drift(drift([change("docs", { message, sites: ["GET /a query: filter"] })]), options);
    expect(text).toContain(`| ${want}<br>`);
  });

  test.each([
    { message: 'summary of POST /a: "Make" is now "Make one"', want: 'summary of `POST /a`: "Make" is now "Make one"' },
    { message: "POST /a is new: makeOne", want: "`POST /a` is new: `makeOne`" },
    { message: "POST /a", want: "`POST /a`" },
    { message: "POST /ab is new", want: "POST `/ab` is new" },
  ])("marks a site as one thing in $message", ({ message, want }) => {
    const text = markdown.drift(drift([change("docs", { message, sites: ["GET /b", "POST /a"] })]), options);
    expect(text).toContain(`| ${want}<br>`);
  });

  test("of a history is a changelog", () => {
    const text = markdown.history([mixed, drift([change("docs")], { base: "new.json", head: "2026-01-02" })], options);
    expect(text.match(/^(<!--|#|- ).*/gm)?.map((line) => line.slice(0, 30))).toEqual(
      [
        "<!-- instantly-drift -->",
        "# Changes of the API",
        "## `new.json`",
        "- **breaking** `nick` is gone ",
        "- **risky** `mood` has a new va",
        "- **additive** `limit` is new (",
        "- **docs** description of `name",
        "## 2026-01-02",
        "- **docs** a docs one (in answers: `schema ",
      ].map((line) => line.slice(0, 30)),
    );
  });

  const long = "words ".repeat(8);
  test.each([
    { name: "many of all levels", given: levels.flatMap((level) => [...Array(750)].map(() => change(level))) },
    {
      name: "many with sites",
      given: [...Array(3000)].map((_, at) => change("docs", { sites: [`GET /${at}`, `GET /${at}/b`] })),
    },
    {
      name: "long ones in many scripts",
      given: [...Array(3000)].map(() => change("risky", { message: `漢字 🙂 | ${long}` })),
    },
    { name: "one that is far too long", given: [change("breaking", { message: "x".repeat(70_000) }), change("docs")] },
  ])("stays a comment GitHub takes, and honest, with $name", ({ given }) => {
    const text = markdown.drift(drift(given), options);
    expect(Buffer.byteLength(text)).toBeLessThan(60_000);
    const rows = text.match(/^\| `description-changed`<br>.*$/gm) ?? [];
    for (const row of rows) expect(row.match(/(?<!\\)\|/g)).toHaveLength(4);
    const [, left = ""] = /Left out here: ([^.]*)\. `npm run drift -- --format text` shows all\./.exec(text) ?? [];
    const numbers = [...left.matchAll(/(\d+) /g)].map(([, number]) => Number(number));
    expect(rows.length + numbers.reduce((sum, number) => sum + number, 0)).toBe(given.length);
    expect(numbers.length).toBeGreaterThan(0);
    expect(text.split("<details>").length).toBe(text.split("</details>").length);
  });

  test("leaves out the least first", () => {
    const given = levels.flatMap((level) => [...Array(750)].map(() => change(level, { impact: long.repeat(2) })));
    const [, left = ""] = /Left out here: ([^.]*)\./.exec(markdown.drift(drift(given), options)) ?? [];
    expect(left).toMatch(/^\d+ breaking, 750 risky, 750 additive, 750 docs$/);
  });

  test("does not let one row push out the others", () => {
    const given = [change("breaking", { message: "x".repeat(70_000) }), change("docs", { message: "still here" })];
    const text = markdown.drift(drift(given), options);
    expect(text).toContain("Left out here: 1 breaking.");
    expect(text).toContain("| still here");
  });

  test.each([
    { given: "its callers stop compiling; (that is all).", want: "its callers stop compiling; (that is all)." },
    { given: "getPet() is gone (see getPets())", want: "`getPet()` is gone (see `getPets()`)" },
    { given: "Mood gains Sleepy = 3", want: "Mood gains Sleepy = 3" },
    { given: 'PetMood says "half asleep", not "-1"', want: '`PetMood` says "half asleep", not "-1"' },
    { given: "since 2026-01-02, for pet.name", want: "since 2026-01-02, for `pet.name`" },
    { given: "ask @team in #12 | deadbeef", want: "ask `@team` in `#12` `\\|` `deadbeef`" },
  ])("writes $given with names as code", ({ given, want }) => {
    expect(markdown.drift(drift([change("risky", { impact: given })]), options)).toContain(`| ${want} |`);
  });
});
