import { describe, expect, test } from "vitest";
import { levels } from "../../generator/diff/findings/change.ts";
import { reports } from "../../generator/diff/reports/reports.ts";
import { change, drift, mixed, none, options } from "./report-samples.ts";

describe("markdown", () => {
  const { markdown } = reports;

  test("starts with the marker and the summary", () => {
    expect(markdown.drift(mixed, options).split("\n").slice(0, 4)).toEqual([
      "<!-- instantly-drift -->",
      "🔴 **breaking: 1 breaking, 1 risky, 1 additive, 1 docs change (semver major, not counting 1 ignored)**",
      "",
      "`old.json` → `new.json`",
    ]);
    expect(markdown.drift(none, options)).toContain("⚪ **no drift: nothing changed for callers**");
    expect(markdown.history([], options)).toContain("no drift");
  });

  test("has a table per level, with docs and ignored changes collapsed", () => {
    const text = markdown.drift(mixed, options);
    expect(text.match(/^(### .*|<summary>.*)$/gm)).toEqual([
      "### Breaking (1)",
      "### Risky (1)",
      "### Additive (1)",
      "### Notices (1)",
      "<summary>Docs (1)</summary>",
      "<summary>Ignored by the config (1)</summary>",
    ]);
    expect(text).toContain(
      "| `property-removed`<br>in responses<br>id `aaaaaaaaaaaa` | `nick` was removed<br>`schema Pet: nick`<br>`GET /pets/{id} 200: nick` | `Pet.nick` was removed; callers that read it stop compiling |",
    );
    expect(text).toContain("| not used |");
  });

  test.each([
    {
      message: 'description of filter changed from "A filter." to "The filter."',
      want: 'description of `filter` changed from "A filter." to "The filter."',
    },
    { message: "filter was added", want: "`filter` was added" },
    {
      message: 'description of id changed from "An id." to "See `sort_by`."',
      want: 'description of id changed from "An id." to "See `sort_by`."',
    },
    {
      message: 'description of id was added: "Set `a` or ``b``"',
      want: 'description of id was added: "Set `a` or ``` ``b`` ```"',
    },
  ])("prints names and code as code in $message", ({ message, want }) => {
    const text = markdown.drift(drift([change("docs", { message, sites: ["GET /a query: filter"] })]), options);
    expect(text).toContain(`| ${want}<br>`);
  });

  test.each([
    {
      message: 'summary of POST /a changed from "Make" to "Make one"',
      want: 'summary of `POST /a` changed from "Make" to "Make one"',
    },
    { message: "POST /a was added: makeOne", want: "`POST /a` was added: `makeOne`" },
    { message: "POST /a", want: "`POST /a`" },
    { message: "POST /ab was added", want: "POST `/ab` was added" },
  ])("prints a site as one code span in $message", ({ message, want }) => {
    const text = markdown.drift(drift([change("docs", { message, sites: ["GET /b", "POST /a"] })]), options);
    expect(text).toContain(`| ${want}<br>`);
  });

  test("prints a history as a changelog", () => {
    const text = markdown.history([mixed, drift([change("docs")], { base: "new.json", head: "2026-01-02" })], options);
    expect(text.match(/^(<!--|#|- ).*/gm)?.map((line) => line.slice(0, 30))).toEqual(
      [
        "<!-- instantly-drift -->",
        "# API changes",
        "## `new.json`",
        "- **breaking** `nick` was removed ",
        "- **risky** `mood` has a new va",
        "- **additive** `limit` was added (",
        "- **docs** description of `name",
        "## 2026-01-02",
        "- **docs** a docs change (in responses: `schema ",
      ].map((line) => line.slice(0, 30)),
    );
  });

  const long = "words ".repeat(8);
  test.each([
    { name: "many changes of each level", given: levels.flatMap((level) => [...Array(750)].map(() => change(level))) },
    {
      name: "many sites",
      given: [...Array(3000)].map((_, at) => change("docs", { sites: [`GET /${at}`, `GET /${at}/b`] })),
    },
    {
      name: "long messages in several scripts",
      given: [...Array(3000)].map(() => change("risky", { message: `漢字 🙂 | ${long}` })),
    },
    {
      name: "a message that is too long",
      given: [change("breaking", { message: "x".repeat(70_000) }), change("docs")],
    },
  ])("fits into a comment and counts omitted changes, with $name", ({ given }) => {
    const text = markdown.drift(drift(given), options);
    expect(Buffer.byteLength(text)).toBeLessThan(60_000);
    const rows = text.match(/^\| `description-changed`<br>.*$/gm) ?? [];
    for (const row of rows) expect(row.match(/(?<!\\)\|/g)).toHaveLength(4);
    const [, omitted = ""] = /Omitted: ([^.]*)\. `npm run drift -- --format text` prints everything\./.exec(text) ?? [];
    const numbers = [...omitted.matchAll(/(\d+) /g)].map(([, number]) => Number(number));
    expect(rows.length + numbers.reduce((sum, number) => sum + number, 0)).toBe(given.length);
    expect(numbers.length).toBeGreaterThan(0);
    expect(text.split("<details>").length).toBe(text.split("</details>").length);
  });

  test("omits the least severe changes first", () => {
    const given = levels.flatMap((level) => [...Array(750)].map(() => change(level, { impact: long.repeat(2) })));
    const [, omitted = ""] = /Omitted: ([^.]*)\./.exec(markdown.drift(drift(given), options)) ?? [];
    expect(omitted).toMatch(/^\d+ breaking, 750 risky, 750 additive, 750 docs$/);
  });

  test("omits a single long row instead of all rows after it", () => {
    const given = [change("breaking", { message: "x".repeat(70_000) }), change("docs", { message: "still here" })];
    const text = markdown.drift(drift(given), options);
    expect(text).toContain("Omitted: 1 breaking.");
    expect(text).toContain("| still here");
  });

  test.each([
    { given: "its callers stop compiling; (that is all).", want: "its callers stop compiling; (that is all)." },
    { given: "getPet() was removed (see getPets())", want: "`getPet()` was removed (see `getPets()`)" },
    { given: "Mood gains Sleepy = 3", want: "Mood gains Sleepy = 3" },
    { given: 'PetMood says "half asleep", not "-1"', want: '`PetMood` says "half asleep", not "-1"' },
    { given: "since 2026-01-02, for pet.name", want: "since 2026-01-02, for `pet.name`" },
    { given: "ask @team in #12 | deadbeef", want: "ask `@team` in `#12` `\\|` `deadbeef`" },
  ])("prints names as code in $given", ({ given, want }) => {
    expect(markdown.drift(drift([change("risky", { impact: given })]), options)).toContain(`| ${want} |`);
  });
});
