import { describe, expect, test } from "vitest";
import {
  escapeMarkdown,
  escapeText,
  html,
  jsonText,
  markdownCode,
  renderCode,
  verbatim,
  workflowCommand,
} from "../../generator/diff/reports/escape.ts";

const rows = (...pairs: [given: string, want: string][]) => pairs.map(([given, want]) => ({ given, want }));
const face = "\u{1f600}";

describe("escapeText", () => {
  test.each(
    rows(
      ["Account status: Paused", "Account status: Paused"],
      ["a\u202eb\nc\u{e0041}d\u00a0e", "a\\u{202e}b\\u{a}c\\u{e0041}d\\u{a0}e"],
      ["::error::x", ":\\u{3a}error::x"],
      ["a ::b a::b ::c", "a :\\u{3a}b a::b :\\u{3a}c"],
      ["a ##[group]b##[c", "a ##\\u{5b}group]b##\\u{5b}c"],
    ),
  )("$given is $want", ({ given, want }) => {
    expect(escapeText(given)).toBe(want);
  });
});

test("jsonText escapes what a log interprets as a command", () => {
  const given = { a: "##[group] \u202e ##[b", c: [1] };
  const text = jsonText(given);
  expect(text).toBe('{\n  "a": "##\\u005bgroup] \\u202e ##\\u005bb",\n  "c": [\n    1\n  ]\n}\n');
  expect(JSON.parse(text)).toEqual(given);
});

describe("workflowCommand", () => {
  test.each<{ name: string; given: Parameters<typeof workflowCommand>; want: string }>([
    { name: "a command without properties", given: ["notice", {}, ["One"]], want: "::notice::One" },
    {
      name: "a multiline command",
      given: ["error", { file: "a.json", title: "A" }, ["One", "Two"]],
      want: "::error file=a.json,title=A::One%0ATwo",
    },
    {
      name: "delimiters in properties and lines",
      given: ["error", { title: "a,line=1::b: 5%" }, ["50%0A::a, b\n::c ##[d"]],
      want: "::error title=a%2Cline=1%3A%3Ab%3A 5%25::50%250A::a, b\\u{a}::c ##\\u{5b}d",
    },
  ])("$name", ({ given, want }) => {
    expect(workflowCommand(...given)).toBe(want);
  });
});

describe("escapeMarkdown", () => {
  test.each(
    rows(
      ["Plain words, and more: (so) “said” it's re-used…", "Plain words, and more: (so) “said” it's re-used…"],
      ["Fünf Ärzte – naïve — e\u0301te\u0301 → =", "Fünf Ärzte – naïve — e\u0301te\u0301 → ="],
      ["  a   b ", "a b"],
      ["", ""],
      ["1 -7 100000 1.5 2026-11-21 -1.2.3", "1 -7 100000 1.5 2026-11-21 -1.2.3"],
      ["1000000 1.23456 1.2.3.4 1. 1.x", "`1000000` `1.23456` `1.2.3.4` 1. `1.x`"],
      ["AccountStatus iPhone URL", "`AccountStatus` `iPhone` URL"],
      ["www www.evil.test wwwa", "`www` `www.evil.test` wwwa"],
      ["deadbee DEADBEEF facade deadbeeg", "`deadbee` `DEADBEEF` facade deadbeeg"],
      ['(@team), "#12"! call(a); f(). f( (a(b)) f(x.', '(`@team`), "`#12`"! `call(a)`; `f()`. `f(` (`a(b)`) `f(x`.'],
      ['... (a) () ""', '... (a) () ""'],
      [
        "a_b <b> *c* -x x- it''s a--b re-e\u0301t a-b1",
        "`a_b` `<b>` `*c*` `-x` `x-` `it''s` `a--b` re-e\u0301t `a-b1`",
      ],
      ["`a_b` x`c` `d`y", "`a_b` `` x`c` `` `` `d`y ``"],
      ["a`b ##[c a\nb", "`` a`b `` `##\\u{5b}c` `a\\u{a}b`"],
      [`${face} == a=b 'a'`, `\`${face}\` \`==\` \`a=b\` 'a'`],
    ),
  )("$given is $want", ({ given, want }) => {
    expect(escapeMarkdown(given)).toBe(want);
  });

  test("prints given names as code even if they are plain words", () => {
    expect(escapeMarkdown("the status (status) of status", ["status"])).toBe("the `status` (`status`) of `status`");
  });

  test.each(rows(["a", "`a`"], ["", ""], ["  a   b ", "`a b`"], ["a\n`b` ##[", "`` a\\u{a}`b` ##\\u{5b} ``"]))(
    "as code, $given is $want",
    ({ given, want }) => {
      expect(markdownCode(given)).toBe(want);
    },
  );
});

test.each<{ name: string; given: () => { toString(): string }; want: string }>([
  {
    name: "names",
    given: () => html`${renderCode("a.b  is (getPet()) = 3, <i>.")}`,
    want: "<code>a.b</code>  is (<code>getPet()</code>) = 3, <code>&#60;i&#62;</code>.",
  },
  {
    name: "text",
    given: () => html`<p title="${"\"'`&<>"}">${"<b>\u202e::a ##[b"}</p>`,
    want: '<p title="&#34;&#39;&#96;&#38;&#60;&#62;">&#60;b&#62;\\u{202e}&#58;&#58;a &#35;&#35;&#91;b</p>',
  },
  { name: "numbers", given: () => html`${0}${7}`, want: "07" },
  { name: "empty parts", given: () => html`a${undefined}${false}${""}`, want: "a" },
  { name: "lists", given: () => html`${["a<", [1, html`<i>`, false]]}!`, want: "a&#60;1<i>!" },
  { name: "HTML", given: () => html`${html`<b>${"<"}</b>`}`, want: "<b>&#60;</b>" },
  { name: "verbatim text", given: () => html`${verbatim("a < b")}`, want: "a < b" },
])("html prints $name", ({ given, want }) => {
  expect(given().toString()).toBe(want);
});
