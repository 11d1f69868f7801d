import { describe, expect, test } from "vitest";
import type { Json } from "../../generator/document/json.ts";
import { decodeUtf8 } from "../../generator/download/decode.ts";
import { maxDepth, maxYamlBytes } from "../../generator/download/download-limits.ts";
import { parseDocument } from "../../generator/download/parse-document.ts";
import { findIssue, surveyValues } from "../../generator/download/parse-json.ts";
import { GeneratorError } from "../../generator/util/errors.ts";
import { remedy } from "../helpers/refusal.ts";

/** The document, or the code and the message of the error. */
const outcome = (text: string): Promise<unknown> =>
  parseDocument(text, "api.json").catch((error) => {
    if (!(error instanceof GeneratorError)) throw error;
    expect(error.where).toBe("api.json");
    expect(error.message).toMatch(remedy);
    return `${error.code}: ${error.what}`;
  });

const nested = (open: string, close: string, depth: number): string => open.repeat(depth) + close.repeat(depth);

describe("JSON", () => {
  test.each<{ name: string; text: string; want: unknown }>([
    { name: "plain", text: ' {"a": [1, -2.5e3, "x", null]}\n', want: { a: [1, -2500, "x", null] } },
    { name: "one key in two objects", text: '[{"a":1},{"a":{"a":2}}]', want: [{ a: 1 }, { a: { a: 2 } }] },
    { name: "what looks like a key in a text", text: '{"a":"\\"b\\": {","b":[":"]}', want: { a: '"b": {', b: [":"] } },
    {
      name: "backslashes before a quote",
      text: '{"a\\\\":1,"b":"\\\\","c":"\\\\\\""}',
      want: { "a\\": 1, b: "\\", c: '\\"' },
    },
    { name: "what looks like a large number", text: '{"a":"1e400"}', want: { a: "1e400" } },
    { name: "the least number", text: '{"a":1e-400}', want: { a: 0 } },
    { name: "as deep as may be", text: nested("[", "]", maxDepth), want: expect.any(Array) },

    {
      name: "a key twice",
      text: '{\n  "a": 1,\n  "b": 2,\n  "a": 3 }',
      want: 'SOURCE_DUPLICATE_KEY: the key "a" is duplicated, at line 4, column 3',
    },
    {
      name: "a key twice, with space",
      text: '{"a" :1,"a"\n:2}',
      want: 'SOURCE_DUPLICATE_KEY: the key "a" is duplicated, at line 1, column 9',
    },
    {
      name: "a key twice, and space at another one",
      text: '{"a":1,"b" :2,"a":3}',
      want: 'SOURCE_DUPLICATE_KEY: the key "a" is duplicated, at line 1, column 15',
    },
    {
      name: "a key twice, in other letters",
      text: '{"ab":1,"\\u0061b":2}',
      want: 'SOURCE_DUPLICATE_KEY: the key "ab" is duplicated, at line 1, column 9',
    },
    {
      name: "a key twice, the first not taken",
      text: '[{"x":{"a":1,"b":[{}],"a":2}}]',
      want: 'SOURCE_DUPLICATE_KEY: the key "a" is duplicated, at line 1, column 23',
    },
    {
      name: "__proto__ twice",
      text: '{"__proto__":1,"__proto__":2}',
      want: expect.stringContaining("SOURCE_DUPLICATE_KEY"),
    },
    {
      name: "a key that would colour the terminal",
      text: '{"\\u001b[31m":1,"\\u001b[31m":2}',
      want: 'SOURCE_DUPLICATE_KEY: the key "\\u001b[31m" is duplicated, at line 1, column 17',
    },
    {
      name: "a number too large",
      text: '{"a":[0,\n1e400]}',
      want: 'SOURCE_NUMBER: "1e400" is not a number that JSON can represent, at line 2, column 1',
    },
    {
      name: "a number too small",
      text: '{"a":-1E+999}',
      want: 'SOURCE_NUMBER: "-1E+999" is not a number that JSON can represent, at line 1, column 6',
    },
    {
      name: "a number of too many digits",
      text: `[${"9".repeat(400)}]`,
      want: expect.stringMatching(/^SOURCE_NUMBER: "9{59}…" is not a number.*, at line 1, column 2$/),
    },
    {
      name: "too deep",
      text: nested("[", "]", maxDepth + 1),
      want: `SOURCE_TOO_DEEP: the document is nested more than ${maxDepth} levels deep, at line 1, column ${maxDepth + 1}`,
    },
    {
      name: "100,000 levels of lists",
      text: nested("[", "]", 100_000),
      want: expect.stringContaining("SOURCE_TOO_DEEP"),
    },
    {
      name: "100,000 levels of objects",
      text: `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`,
      want: expect.stringContaining("SOURCE_TOO_DEEP"),
    },
    {
      name: "cut off",
      text: '{"a":\n[1,',
      want: expect.stringMatching(/^SOURCE_SYNTAX: the document does not parse: .* at line 2, column 4$/),
    },
    {
      name: "two documents",
      text: '{"a":1}\n{"a":2}',
      want: "SOURCE_SYNTAX: the document does not parse: Unexpected non-whitespace character after JSON at line 2, column 1",
    },
    {
      name: "a word that is none",
      text: '{"a": x}',
      want: "SOURCE_SYNTAX: the document does not parse: Unexpected token 'x'",
    },
    {
      name: "a word that is none, in a long text",
      text: `[${"1,".repeat(30)}x${",1".repeat(30)}]`,
      want: "SOURCE_SYNTAX: the document does not parse: Unexpected token 'x'",
    },
    {
      name: "a colon that is missing",
      text: '{"a" 1}',
      want: "SOURCE_SYNTAX: the document does not parse: Expected ':' after property name at line 1, column 6",
    },
    {
      name: "a key of as many letters as are shown, twice",
      text: `{"${"a".repeat(60)}":1,"${"a".repeat(60)}":2}`,
      want: `SOURCE_DUPLICATE_KEY: the key "${"a".repeat(60)}" is duplicated, at line 1, column 67`,
    },
    {
      name: "a syntax error beside what would colour the terminal",
      text: '{"a": \x1b[31m}',
      want: expect.not.stringContaining("\x1b"),
    },
  ])("$name", async ({ text, want }) => {
    expect(await outcome(text)).toEqual(want);
  });

  test("a key __proto__ is a key like any other", async () => {
    const document = Object(await outcome('{"__proto__":{"a":1}}'));
    expect([Object.keys(document), document.a]).toEqual([["__proto__"], undefined]);
  });

  test.each<{ text: string; want: number | undefined }>([
    { text: '{"a":{"b":[1,2,{"c":"\\":"}]},"c":"x"}', want: undefined },
    { text: '{"a":"a","b":"a"}', want: undefined },
    { text: '[12,-34.5,0,0.001e310,"a","a"]', want: undefined },
    { text: '{"a\\\\":1,"a\\\\":2}', want: 9 },
    { text: '{"a\\"":1,"a\\"":2}', want: 9 },
    { text: '[{"a":1},12,{"a":-1e999}]', want: 17 },
  ])("in $text, the first fault is at $want", ({ text, want }) => {
    expect(findIssue(text)?.offset).toBe(want);
  });

  test.each<{ given: Json; want: [keys: number, values: number, sound: boolean] }>([
    { given: "abc", want: [0, 1, true] },
    { given: null, want: [0, 1, true] },
    { given: [1, true, ["a"]], want: [0, 5, true] },
    { given: { a: { b: 1, c: [] }, d: "ab" }, want: [4, 5, true] },
    { given: [Number.POSITIVE_INFINITY, 1], want: [0, 3, false] },
  ])("$given has $want keys and values", ({ given, want }) => {
    const { keys, values, isValid } = surveyValues(given);
    expect([keys, values, isValid]).toEqual(want);
  });
});

describe("YAML", () => {
  const bomb = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    .concat([..."bcdefghi"].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${"abcdefgh"[index]}`)}]`))
    .join("\n");
  const wide = `a: &a [${Array(30_000).fill("1")}]\nb: [${Array(99).fill("*a")}]`;
  test.each<{ name: string; text: string; want: unknown }>([
    { name: "plain", text: "a: [1, x]\nb: ~\n200: {c: yes}\n", want: { a: [1, "x"], b: null, 200: { c: "yes" } } },
    { name: "an alias", text: "a: &a {b: 1}\nc: *a\n", want: { a: { b: 1 }, c: { b: 1 } } },
    {
      name: "the core schema's tags",
      text: "a: !!str 5\nb: !!seq [1]\nc: !!map {}\n",
      want: { a: "5", b: [1], c: {} },
    },
    {
      name: "a directive for 1.1",
      text: "%YAML 1.1\n---\na: yes\nb: 2020-01-01\n",
      want: { a: "yes", b: "2020-01-01" },
    },
    { name: "a text that reads <<", text: '"<<": {a: 1}\n', want: { "<<": { a: 1 } } },

    {
      name: "a merge key",
      text: "x: &x {a: 1}\ny:\n  <<: *x\n",
      want: "SOURCE_YAML: merge keys are not supported, at line 3, column 3",
    },
    {
      name: "a merge key of 1.1",
      text: "%YAML 1.1\n---\nx: &x {a: 1}\ny: {<<: [*x]}\n",
      want: "SOURCE_YAML: merge keys are not supported, at line 4, column 5",
    },
    {
      name: "a tag of its own",
      text: "a: !secret b\n",
      want: "SOURCE_YAML: this tag is not supported, at line 1, column 4",
    },
    {
      name: "a binary",
      text: "b: 1\na: !!binary aGk=\n",
      want: "SOURCE_YAML: this tag is not supported, at line 2, column 4",
    },
    {
      name: "a tag that runs code elsewhere",
      text: "a: !!js/function 'x'\n",
      want: "SOURCE_YAML: this tag is not supported, at line 1, column 4",
    },
    {
      name: "two documents",
      text: "a: 1\n---\nb: 2\n",
      want: "SOURCE_YAML: there is a second document, at line 2, column 1",
    },
    {
      name: "a key twice",
      text: "a: 1\nb: {c: 1, c: 2}\n",
      want: 'SOURCE_DUPLICATE_KEY: the key "c" is duplicated, at line 2, column 11',
    },
    {
      name: "a key twice, once as a number",
      text: 'a:\n  200: 1\n  "200": 2\n',
      want: 'SOURCE_DUPLICATE_KEY: the key "200" is duplicated, at line 3, column 3',
    },
    {
      name: "a list as a key",
      text: "? [a]\n: 1\n",
      want: "SOURCE_YAML: this key is not a string, at line 1, column 3",
    },
    {
      name: "an alias as a key",
      text: "a: &a x\n*a : 1\n",
      want: "SOURCE_YAML: this key is not a string, at line 2, column 1",
    },
    {
      name: "infinity",
      text: "a: .inf\n",
      want: 'SOURCE_NUMBER: ".inf" is not a number that JSON can represent, at line 1, column 4',
    },
    { name: "not a number", text: "a: .nan\n", want: expect.stringContaining("SOURCE_NUMBER") },
    {
      name: "a number too large",
      text: "a: 1e400\n",
      want: 'SOURCE_NUMBER: "1e400" is not a number that JSON can represent, at line 1, column 4',
    },
    { name: "an alias bomb", text: bomb, want: "SOURCE_YAML: its aliases make the document too large" },
    { name: "a few aliases of a large list", text: wide, want: "SOURCE_YAML: its aliases make the document too large" },
    { name: "an alias of itself", text: "a: &a [*a]\n", want: expect.stringContaining("SOURCE_TOO_DEEP") },
    { name: "an alias of nothing", text: "a: *b\n", want: expect.stringContaining("SOURCE_SYNTAX") },
    { name: "too deep", text: `a: ${nested("[", "]", maxDepth)}`, want: expect.stringContaining("SOURCE_TOO_DEEP") },
    { name: "far too deep", text: `a: ${nested("[", "]", 20_000)}`, want: expect.stringContaining("SOURCE_TOO_DEEP") },
    {
      name: "too large",
      text: `a: ${"x".repeat(maxYamlBytes)}`,
      want: "SOURCE_TOO_LARGE: the document is larger than 8.4 MB",
    },
    {
      name: "as large as may be",
      text: `a: ${"x".repeat(maxYamlBytes - 3)}`,
      want: { a: expect.stringMatching(/^x+$/) },
    },
    {
      name: "a list that does not end",
      text: "a: [1\n",
      want: "SOURCE_SYNTAX: the document does not parse: Flow sequence in block collection must be sufficiently indented and end with a ] at line 2, column 1",
    },
    { name: "a page", text: " \n<html>", want: "SOURCE_HTML: this is a web page, not a document" },
    {
      name: "a key twice before a number that is none",
      text: "a: 1\na: .inf\n",
      want: expect.stringContaining("SOURCE_DUPLICATE_KEY"),
    },
    {
      name: "a number that is none after one that is",
      text: "a: 1\nb: [2, .inf]\nc: .nan\n",
      want: expect.stringContaining("at line 2, column 8"),
    },
    { name: "a plain text", text: "Service Unavailable", want: "Service Unavailable" },
  ])("$name", async ({ text, want }) => {
    expect(await outcome(text)).toEqual(want);
  });

  test("a key __proto__ is a key like any other", async () => {
    const document = Object(await outcome("__proto__: {a: 1}\n"));
    expect([Object.keys(document), document.a]).toEqual([["__proto__"], undefined]);
  });
});

test.each<{ name: string; bytes: Buffer; want: string }>([
  { name: "UTF-8", bytes: Buffer.from("{é}"), want: "{é}" },
  { name: "UTF-8 with a byte order mark", bytes: Buffer.from("\uFEFF{}"), want: "{}" },
  { name: "UTF-16", bytes: Buffer.from("\uFEFF{}", "utf16le"), want: "SOURCE_ENCODING" },
  { name: "UTF-16, the other way round", bytes: Buffer.from("\uFEFF{}", "utf16le").swap16(), want: "SOURCE_ENCODING" },
  { name: "UTF-16 without a byte order mark", bytes: Buffer.from("{}", "utf16le"), want: "SOURCE_ENCODING" },
  { name: "half a letter", bytes: Buffer.from("{é").subarray(0, 2), want: "SOURCE_ENCODING" },
  { name: "a surrogate", bytes: Buffer.from([0x7b, 0xed, 0xa0, 0x80]), want: "SOURCE_ENCODING" },
])("bytes that are $name", ({ bytes, want }) => {
  const read = () => {
    try {
      return decodeUtf8(bytes, "api.json");
    } catch (error) {
      return Object(error).code;
    }
  };
  expect(read()).toBe(want);
});
