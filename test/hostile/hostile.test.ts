import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { transform } from "esbuild";
import { afterAll, describe, expect, test } from "vitest";
import { analyze, type GeneratedClient, generateClient, selectDocument } from "../../generator/app/pipeline.ts";
import { defaults } from "../../generator/config/config.ts";
import { applyPolicy } from "../../generator/diff/apply-policy.ts";
import { compareContracts } from "../../generator/diff/compare-contracts.ts";
import { reports } from "../../generator/diff/reports/reports.ts";
import { type JsonObject, printJson } from "../../generator/document/json.ts";
import { readFolder } from "../../generator/files/write-files.ts";
import { GeneratorError } from "../../generator/util/errors.ts";
import { document, json, operation } from "../helpers/document.ts";
import { places } from "./places.ts";
import { references } from "./references.ts";
import { strings } from "./strings.ts";

const config = {
  ...defaults,
  include: { paths: ["/**"] },
  enumNames: {},
  docsUrl: "https://docs.test/{tag}/{operationId}/{summary}",
};
const templates = readFolder("templates");
const harmlessDocument = document({
  "/a": { get: operation("getA", { responses: { 200: json({ type: "object" }) } }) },
});

/** The number of documents that gave a client, and the texts of all documents so far. */
let made = 0;
const done = new Set<string>();

/** Generates a client, or returns the error. Anything else that is thrown is a defect. */
async function outcome(given: JsonObject): Promise<GeneratedClient | GeneratorError> {
  const text = JSON.stringify(given);
  done.add(text);
  try {
    // As parsed, with `__proto__` as an ordinary key.
    const result = await generateClient(JSON.parse(text), config, templates, async (_, work) => work());
    keep(result);
    made++;
    return result;
  } catch (error) {
    if (error instanceof GeneratorError) return error;
    throw error;
  }
}

const folder = mkdtempSync(join(tmpdir(), "hostile-"));
afterAll(() => rmSync(folder, { recursive: true }));

type Code = readonly (readonly [path: string, text: string])[];

/** Clients, by the names of their folders. Identical clients run once, and share their runtime. */
const clients = new Map<string, { readonly code: Code; readonly runtime: string }>();
const runtimes = new Map<string, Code>();

const digest = (code: unknown): string => createHash("sha256").update(JSON.stringify(code)).digest("hex");

/** Keeps a client to run it at the end. */
function keep({ client }: GeneratedClient): void {
  const files = [...client].filter(([path]) => path.endsWith(".ts"));
  const inRuntime = ([path]: Code[number]): boolean => path.startsWith("runtime/");
  const runtime = digest(files.filter(inRuntime));
  const code = files.filter((file) => !inRuntime(file));
  runtimes.set(runtime, files.filter(inRuntime));
  clients.set(digest([runtime, code]), { code, runtime });
}

const compiled = new Map<string, Promise<string>>();

/** Compiles TypeScript. Files that several clients have are compiled once. */
function compile(text: string): Promise<string> {
  const known = compiled.get(text) ?? transform(text, { loader: "ts" }).then(({ code }) => code);
  compiled.set(text, known);
  return known;
}

/** Writes code to a folder from which it can be imported. */
async function put(name: string, code: Code): Promise<void> {
  mkdirSync(join(folder, name));
  const all = await Promise.all(code.map(async ([path, text]) => [basename(path, ".ts"), await compile(text)]));
  for (const [path, text = ""] of all) writeFileSync(join(folder, name, `${path}.js`), text);
}

/** Invisible characters, and those that change the direction of text. They must not be in files that people read. */
const invisible = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|\p{Cs}/u;

/** Texts that have been checked. Several clients have the same ones. */
const clean = new Set<string>();

/** Expects a text without invisible characters. */
function expectVisible(name: string, text: string): void {
  if (clean.has(text)) return;
  expect(`${name}: ${invisible.exec(text)?.[0] ?? ""}`).toBe(`${name}: `);
  clean.add(text);
}

const before = analyze(await selectDocument(harmlessDocument, config), config).contract();

async function expectHarmless(given: JsonObject): Promise<void> {
  const result = await outcome(given);
  if (result instanceof GeneratorError) {
    expect(result.message).toMatch(/^error\[[A-Z_]+\] at \S.*: .*\.$/s);
    expect(result.message).not.toMatch(invisible);
    return;
  }
  for (const [path, text] of result.client) expectVisible(path, text);
  expect([...result.client.keys()].filter((path) => !/^(?:runtime\/)?[A-Za-z-]+\.(?:ts|json|md)$/.test(path))).toEqual(
    [],
  );
  const prose = result.client.get("README.md")?.replace(/(`+)(?:(?!\1)[^\n])+?\1(?!`)/g, "code");
  expect(prose).not.toMatch(/<(?!!--)[a-z/]|\]\(|@org/i);
  const drift = applyPolicy({ base: "a", head: "b" }, compareContracts(before, result.contract()), {}, "2026-01-01");
  const options = { color: false, file: "spec/a.json", snapshot: printJson(JSON.parse(result.snapshot)) };
  for (const [format, report] of Object.entries(reports)) {
    const text = report.drift(drift, options);
    expectVisible(format, text);
    if (format !== "github") expect(text).not.toMatch(/^::|##\[/m);
    if (format === "html") expect(text).not.toContain("<img");
  }
}

describe.each(places)("in $name, is harmless:", ({ put }) => {
  test.each(strings)("$name", ({ text }) => expectHarmless(put(text)));
});

const requests: string[] = [];
const server = createServer((request, response) => {
  requests.push(String(request.url));
  response.end('{"type":"object"}');
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
afterAll(() => void server.close());
const linked = references(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);

describe("does not follow a reference to", () => {
  test.each(references("http://127.0.0.1:1").map(({ name }, index) => ({ name, index })))(
    "$name",
    async ({ index }) => {
      await expectHarmless(linked[index]?.given ?? expect.unreachable());
      expect(requests.splice(0)).toEqual([]);
    },
  );
});

test("runs every generated client without side effects", { timeout: 120_000 }, async () => {
  const documents = [
    ...places.flatMap(({ put }) => strings.map(({ text }) => put(text))),
    ...linked.map(({ given }) => given),
  ];
  // Generates the clients of the tests above that have not run.
  for (const given of documents) if (!done.has(JSON.stringify(given))) await outcome(given);
  expect(made).toBeGreaterThan(250);
  symlinkSync(join(import.meta.dirname, "../../node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  await Promise.all([...runtimes].map(([name, code]) => put(name, code)));
  await Promise.all(
    [...clients].map(async ([name, { code, runtime }]) => {
      await put(name, code);
      symlinkSync(join(folder, runtime), join(folder, name, "runtime"));
    }),
  );
  writeFileSync(
    join(folder, "run.js"),
    `const before = Object.keys(globalThis).length;
for (const name of ${JSON.stringify([...clients.keys()])}) {
  const client = await import(\`./\${name}/index.js\`);
  await import(\`./\${name}/fake.js\`);
  const { operations, bind, createAccountClient } = client;
  const sent = [];
  const made = createAccountClient({ apiKey: "k", baseUrl: "https://a.test", fetch: async ({ url }) => (sent.push(url), new Response("{}")) });
  const bound = bind(made, operations);
  for (const name of Object.keys(operations)) await Reflect.get(bound, name)({}).catch(() => {});
  if (globalThis.struck !== undefined || {}.struck !== undefined) throw new Error(name + " ran hostile code");
  for (const url of sent) if (!url.startsWith("https://a.test/")) throw new Error(name + " requested " + url);
}
if (Object.keys(globalThis).length !== before) throw new Error("the global object has changed");
console.log("harmless");
`,
  );
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [join(folder, "run.js")]).catch(
    (error) => error,
  );
  expect([stdout, stderr]).toEqual(["harmless\n", ""]);
});
