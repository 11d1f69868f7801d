import { expect, test } from "vitest";
import { cell, docComment, key, list, literal } from "../../generator/emit/text.ts";

const long = "word ".repeat(30).trim();

test.each<{ name: string; given: Parameters<typeof docComment>; want: string }>([
  { name: "one line", given: [["One"]], want: "/** One */\n" },
  { name: "nothing", given: [["", undefined, false]], want: "" },
  { name: "paragraphs", given: [["One", "Two\nlines"]], want: "/**\n * One\n *\n * Two\n * lines\n */\n" },
  {
    name: "our tags",
    given: [["One"], [{ name: "deprecated" }, { name: "see", text: "https://x.test" }]],
    want: "/**\n * One\n *\n * @deprecated\n * @see https://x.test\n */\n",
  },
  { name: "a tag alone", given: [[], [{ name: "deprecated" }]], want: "/** @deprecated */\n" },
  {
    name: "long lines",
    given: [[long]],
    want: `/**\n * ${"word ".repeat(22).trim()}\n * ${"word ".repeat(8).trim()}\n */\n`,
  },
  { name: "an end of comment", given: [["a */ b **/ c"]], want: "/** a *\\/ b **\\/ c */\n" },
  {
    name: "a tag of the document's",
    given: [["@deprecated\n  @type {x}"]],
    want: "/**\n * \\@deprecated\n *   \\@type {x}\n */\n",
  },
  {
    name: "a tag that wrapping brings to the front",
    given: [[`${"word ".repeat(22)}@deprecated now`]],
    want: `/**\n * ${"word ".repeat(22).trim()}\n * \\@deprecated now\n */\n`,
  },
  { name: "line separators", given: [["a\r\nb\u2028c\rd"]], want: "/**\n * a\n * b\n * c\n * d\n */\n" },
  { name: "what cannot be seen", given: [["a\u202eb\u200bc\u0000d"]], want: "/** a\\u202eb\\u200bc\\u0000d */\n" },
])("a comment of $name", ({ given, want }) => {
  expect(docComment(...given)).toBe(want);
});

test.each([
  { given: 'quotes " and \\ and `${x}`', want: '"quotes \\" and \\\\ and `${x}`"' },
  { given: "lines\n\u2028", want: '"lines\\n\\u2028"' },
  { given: "turned \u202e around \ud800", want: '"turned \\u202e around \\ud800"' },
  { given: -1, want: "-1" },
  { given: true, want: "true" },
])("the literal of $given", ({ given, want }) => {
  expect(literal(given)).toBe(want);
});

test.each([
  { given: "name", want: "name" },
  { given: "200", want: "200" },
  { given: "2XX", want: '"2XX"' },
  { given: "a-b", want: '"a-b"' },
  { given: "__proto__", want: '["__proto__"]' },
])("the key of $given", ({ given, want }) => {
  expect(key(given)).toBe(want);
});

test("a list", () => {
  expect(list([1, "2XX", "default"])).toBe('[1, "2XX", "default"]');
});

test.each<{ given: string; form?: "code"; want: string }>([
  { given: "List accounts", want: "List accounts" },
  { given: "a | b\n<b>", want: "a &#124; b &#60;b&#62;" },
  { given: "[x](https://evil.test) @team", want: "&#91;x&#93;&#40;https://evil.test&#41; &#64;team" },
  { given: "GET /a|b`c", form: "code", want: "`` GET /a\\|b`c ``" },
  { given: "GET /a\\|b", form: "code", want: "`GET /a\\\\u{7c}b`" },
])("the cell of $given", ({ given, form, want }) => {
  expect(cell(given, form)).toBe(want);
});
