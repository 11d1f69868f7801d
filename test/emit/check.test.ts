import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { check } from "../../generator/emit/check.ts";
import { readFolder } from "../../generator/write.ts";

const root = join(import.meta.dirname, "../..");
const templates = readFolder(join(root, "templates"));
const names = ["client.ts", "enums.ts", "fake.ts", "index.ts", "operations.ts", "types.ts"];
const files = new Map([
  ...names.map((name) => [name, readFileSync(join(root, "generated", name), "utf8")] as const),
  ...[...templates].map(([name, text]) => [`runtime/${name}`, text] as const),
]);

/** The files with one changed, as a document could have it if something else had failed. */
const changed = (name: string, change: (text: string) => string) =>
  new Map([...files].map(([path, text]) => [path, path === name ? change(text) : text]));
const added = (name: string, code: string) => changed(name, (text) => `${text}${code}\n`);
const refusal = (name: string) =>
  new RegExp(`^error\\[EMIT_INVALID\\] at ${name.replace(".", "\\.")}:\\d+: the generated file `);

test("what is emitted passes", () => {
  expect(() => check(files, templates)).not.toThrow();
});

describe("a statement that has no business there is refused", () => {
  const everywhere = [
    "globalThis.x = 1;",
    "fetch('https://evil.test');",
    "import fs from 'node:fs';",
    "import { x } from '../x.js';",
    "import 'https://evil.test/x.js';",
    "export * from 'node:fs';",
    "export default function () {}",
    "if (true) {}",
    "for (;;) {}",
    "{ }",
    ";",
    "class X { static { } }",
    "enum E { A = 1 }",
    "namespace N { export const x = 1; }",
    "let x = 1;",
    "var x = 1;",
    "const x = fetch('a');",
    "const x = globalThis;",
    "const x = [globalThis];",
    "const x = { a: globalThis };",
    "const x = () => 1;",
    "const x = function () {};",
    "const x = new Date();",
    "const x = `${1}`;",
    "const x = `a`;",
    "const x = globalThis.process.exit();",
    "const x = { get a() { return 1; } };",
    "const x = { a() {} };",
    "const x = { ...globalThis };",
    "const x = { [fetch('a')]: 1 };",
    "const x = [...globalThis];",
    "const x = 1 + 1;",
    "const x = (1, 2);",
    "const x = a ? 1 : 2;",
    "const { x } = globalThis;",
    "const x = import('a');",
    "const x = /a/;",
    "const x = -fetch('a');",
    "function f() { return fetch('a'); }",
    "function f() { fetch('a'); return 1; }",
    "function f(x = fetch('a')) { return 1; }",
    "throw new Error();",
    "debugger;",
    "export = 1;",
    "declare global { var x: number; }",
  ];

  test.each(names.flatMap((name) => everywhere.map((code) => ({ name, code }))))("$name: $code", ({ name, code }) => {
    expect(() => check(added(name, code), templates)).toThrow(refusal(name));
  });

  test.each([
    { name: "client.ts", code: "function f(x = 1) { return createClient(x); }" },
    { name: "client.ts", code: "function f({ x }) { return createClient(x); }" },
    { name: "client.ts", code: "function f() { return createClient(fetch('a')); }" },
    { name: "client.ts", code: "function f() { return createClient(() => 1); }" },
    { name: "client.ts", code: "function f() { return createClient(parts(fetch('a'))); }" },
    { name: "client.ts", code: "function f() { return createClient(parts(() => 1)); }" },
    { name: "client.ts", code: "function f() { return createClient(elsewhere(eval)('a')); }" },
    { name: "client.ts", code: "function f() { return createClient(createClient(1)); }" },
    { name: "client.ts", code: "function f() { return parts(1); }" },
    { name: "client.ts", code: "const x = parts(1);" },
    { name: "operations.ts", code: "function f() { return call(parts(1)); }" },
    { name: "enums.ts", code: "const x = guard(fetch('a'));" },
    { name: "enums.ts", code: "const x = guard.call(null);" },
    { name: "operations.ts", code: "function f() { return eval('a'); }" },
    { name: "operations.ts", code: "function f() { call(); return call(); }" },
    { name: "index.ts", code: "const x = 1;" },
    { name: "types.ts", code: "export const x = 1;" },
    { name: "types.ts", code: "declare const x: 1;" },
    { name: "types.ts", code: "import type { x } from './client.js';" },
  ])("$name: $code", ({ name, code }) => {
    expect(() => check(added(name, code), templates)).toThrow(refusal(name));
  });
});

test.each([
  "const access = { schemes: { a: { in: 'query' } }, security: [['a'], []] } as const satisfies Access;",
  "function f(options) { return createSecuredClient('a', options, access); }",
  "function f(options) { return createOpenClient('a', options, parts(elsewhere(options), parameters)); }",
])("client.ts: %s is what clients are made of", (code) => {
  expect(() => check(added("client.ts", code), templates)).not.toThrow();
});

test.each([...names, "runtime/call.ts"])("%s has to parse", (name) => {
  expect(() => check(added(name, "export const = ;"), templates)).toThrow(refusal(name));
});

test("the runtime is its templates, byte for byte", () => {
  expect(() => check(added("runtime/call.ts", "// more"), templates)).toThrow(
    "error[EMIT_INVALID] at runtime/call.ts:1: the generated file is not its template.",
  );
});

test("a file that is not known is refused", () => {
  expect(() => check(new Map([["other.ts", "export {};\n"]]), templates)).toThrow(refusal("other.ts"));
});
