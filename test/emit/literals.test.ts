import { expect, test } from "vitest";
import { docComment } from "../../generator/emit/jsdoc.ts";
import { printArray, printPrimitive, propertyKey } from "../../generator/emit/literals.ts";
import { codeCell, textCell } from "../../generator/emit/table-cells.ts";

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
  {
    name: "a line that just fits, and one that just does not",
    given: [["a".repeat(54).concat(" ", "b".repeat(55)), "a".repeat(54).concat(" ", "b".repeat(56))]],
    want: `/**\n * ${"a".repeat(54)} ${"b".repeat(55)}\n *\n * ${"a".repeat(54)}\n * ${"b".repeat(56)}\n */\n`,
  },
  {
    name: "words that fit on no line",
    given: [[`${"a".repeat(120)} ${"b".repeat(120)}`]],
    want: `/**\n * ${"a".repeat(120)}\n * ${"b".repeat(120)}\n */\n`,
  },
  {
    name: "tables and indented code",
    given: [[`a\n| ${long}\n  ${long}\n\t${long}`]],
    want: `/**\n * a\n * | ${long}\n *   ${long}\n * \t${long}\n */\n`,
  },
  {
    name: "a long tag",
    given: [[], [{ name: "deprecated", text: long }]],
    want: `/**\n * @deprecated ${"word ".repeat(22).trim()}\n * ${"word ".repeat(8).trim()}\n */\n`,
  },
  {
    name: "blanks around it, and lines without a word",
    given: [["  a  \n \n\nb\n"]],
    want: "/**\n * a\n *\n *\n * b\n */\n",
  },
  { name: "an end of comment", given: [["a */ b **/ c"]], want: "/** a *\\/ b **\\/ c */\n" },
  {
    name: "a tag of the document's",
    given: [["@deprecated\n  @type {x} a@b"]],
    want: "/**\n * \\@deprecated\n *   \\@type {x} a@b\n */\n",
  },
  {
    name: "a tag that wrapping brings to the front",
    given: [[`${"word ".repeat(22)}@deprecated now`]],
    want: `/**\n * ${"word ".repeat(22).trim()}\n * \\@deprecated now\n */\n`,
  },
  {
    name: "line separators",
    given: [["a\r\nb\u2028c\rd\u0085e\vf\fg\u2029h"]],
    want: `/**\n${[..."abcdefgh"].map((line) => ` * ${line}\n`).join("")} */\n`,
  },
  { name: "an address", given: [["a@b.test @c"]], want: "/** a@b.test @c */\n" },
  { name: "what cannot be seen", given: [["a\u202eb\u200bc\u0000d"]], want: "/** a\\u202eb\\u200bc\\u0000d */\n" },
])("a comment of $name", ({ given, want }) => {
  expect(docComment(...given)).toBe(want);
});

test.each([
  { given: 'quotes " and \\ and `${x}`', want: '"quotes \\" and \\\\ and `${x}`"' },
  { given: "lines\n\u2028", want: '"lines\\n\\u2028"' },
  {
    given: "\u{1f600} \u{e0041} \u00a0 \u3164 \u2800\t",
    want: '"\u{1f600} \\udb40\\udc41 \\u00a0 \\u3164 \\u2800\\t"',
  },
  { given: "turned \u202e around \ud800", want: '"turned \\u202e around \\ud800"' },
  { given: -1, want: "-1" },
  { given: true, want: "true" },
])("the literal of $given", ({ given, want }) => {
  expect(printPrimitive(given)).toBe(want);
});

test.each([
  { given: "name", want: "name" },
  { given: "200", want: "200" },
  { given: "2XX", want: '"2XX"' },
  { given: "0", want: "0" },
  { given: "01", want: '"01"' },
  { given: "123456789", want: "123456789" },
  { given: "1234567890", want: '"1234567890"' },
  { given: "-1", want: '"-1"' },
  { given: "a1", want: "a1" },
  { given: "", want: '""' },
  { given: "a-b", want: '"a-b"' },
  { given: "__proto__", want: '["__proto__"]' },
])("the key of $given", ({ given, want }) => {
  expect(propertyKey(given)).toBe(want);
});

test("a list", () => {
  expect(printArray([1, "2XX", "default"])).toBe('[1, "2XX", "default"]');
});

test.each<{ given: string; form?: "code"; want: string }>([
  { given: "List accounts", want: "List accounts" },
  {
    given: "\\`*_{}[]<>()#+!|~@&",
    want: [..."\\`*_{}[]<>()#+!|~@&"].map((char) => `&#${char.charCodeAt(0)};`).join(""),
  },
  { given: "a | b\n<b>", want: "a &#124; b &#60;b&#62;" },
  { given: "[x](https://evil.test) @team", want: "&#91;x&#93;&#40;https://evil.test&#41; &#64;team" },
  { given: "  a \t\n b\u202e ", want: "a b&#92;u202e" },
  { given: "a  `b``c", form: "code", want: "``` a `b``c ```" },
  { given: "", form: "code", want: "" },
  { given: "a||b\\|\\\\|", form: "code", want: "`a\\|\\|b\\\\u{7c}\\\\\\u{7c}`" },
  { given: "GET /a|b`c", form: "code", want: "`` GET /a\\|b`c ``" },
  { given: "GET /a\\|b", form: "code", want: "`GET /a\\\\u{7c}b`" },
])("the cell of $given", ({ given, form, want }) => {
  expect(form === "code" ? codeCell(given) : textCell(given)).toBe(want);
});
