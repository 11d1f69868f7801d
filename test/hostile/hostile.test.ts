import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { transformSync } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaults } from "../../generator/config.ts";
import { findings } from "../../generator/drift/compare.ts";
import { judge } from "../../generator/drift/policy.ts";
import { reports } from "../../generator/drift/reports/index.ts";
import { GeneratorError } from "../../generator/errors.ts";
import { type Outcome, run, select, understand } from "../../generator/pipeline.ts";
import { type JsonObject, printJson } from "../../generator/spec/json.ts";
import { readFolder } from "../../generator/write.ts";
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
const quiet = document({ "/a": { get: operation("getA", { responses: { 200: json({ type: "object" }) } }) } });

/** The client of a document, or the refusal with its place. Anything else that is thrown is a defect. */
async function outcome(given: JsonObject): Promise<Outcome | GeneratorError> {
  try {
    // As it comes out of a parser: with `__proto__` as a key among others.
    return await run(JSON.parse(JSON.stringify(given)), config, templates, async (_, work) => work());
  } catch (error) {
    if (error instanceof GeneratorError) return error;
    throw error;
  }
}

const folder = mkdtempSync(join(tmpdir(), "hostile-"));
afterAll(() => rmSync(folder, { recursive: true }));
const clients: string[] = [];

/** Puts a client where it can be imported. */
function keep({ client }: Outcome): void {
  const at = join(folder, String(clients.length));
  for (const [path, text] of client) {
    if (!path.endsWith(".ts")) continue;
    const file = join(at, path.replace(/ts$/, "js"));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, transformSync(text, { loader: "ts" }).code);
  }
  clients.push(at);
}

/** What must not be in a file that people look at: what they cannot see, or what turns the text around it. */
const unseen = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|\p{Cs}/u;

async function harmless(given: JsonObject): Promise<void> {
  const result = await outcome(given);
  if (result instanceof GeneratorError) {
    expect(result.message).toMatch(/^error\[[A-Z_]+\] at \S.*: .*\.$/s);
    expect(result.message).not.toMatch(unseen);
    return;
  }
  for (const [path, text] of result.client) expect(`${path}: ${unseen.exec(text)?.[0] ?? ""}`).toBe(`${path}: `);
  expect([...result.client.keys()].filter((path) => !/^(?:runtime\/)?[A-Za-z]+\.(?:ts|json|md)$/.test(path))).toEqual(
    [],
  );
  const prose = result.client.get("README.md")?.replace(/(`+)(?:(?!\1)[^\n])+?\1(?!`)/g, "code");
  expect(prose).not.toMatch(/<(?!!--)[a-z/]|\]\(|@org/i);
  keep(result);
  const before = understand(await select(quiet, config), config).contract();
  const drift = judge({ base: "a", head: "b" }, findings(before, result.contract()), {}, "2026-01-01");
  const options = { color: false, file: "spec/a.json", snapshot: printJson(JSON.parse(result.snapshot)) };
  for (const [format, report] of Object.entries(reports)) {
    const text = report.drift(drift, options);
    expect(`${format}: ${unseen.exec(text)?.[0] ?? ""}`).toBe(`${format}: `);
    if (format !== "github") expect(text).not.toMatch(/^::|##\[/m);
    if (format === "html") expect(text).not.toContain("<img");
  }
}

describe.each(places)("in $name", ({ put }) => {
  test.each(strings)("$name does no harm", ({ text }) => harmless(put(text)));
});

describe("references", () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(String(request.url));
    response.end('{"type":"object"}');
  });
  let address = "http://127.0.0.1:1";
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => void server.close());

  test.each(references("http://127.0.0.1:1").map(({ name }, index) => ({ name, index })))(
    "to $name lead nowhere else",
    async ({ index }) => {
      const given = references(address)[index]?.given;
      if (!given) return expect.unreachable();
      await harmless(given);
      expect(asked.splice(0)).toEqual([]);
    },
  );
});

test("every client that was made runs, and does nothing else", { timeout: 120_000 }, async () => {
  expect(clients.length).toBeGreaterThan(250);
  symlinkSync(join(import.meta.dirname, "../../node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(
    join(folder, "run.js"),
    `const before = Object.keys(globalThis).length;
for (let index = 0; index < ${clients.length}; index++) {
  const client = await import(\`./\${index}/index.js\`);
  await import(\`./\${index}/fake.js\`);
  const { operations, bind, createAccountClient } = client;
  const sent = [];
  const made = createAccountClient({ apiKey: "k", baseUrl: "https://a.test", fetch: async ({ url }) => (sent.push(url), new Response("{}")) });
  const bound = bind(made, operations);
  for (const name of Object.keys(operations)) await Reflect.get(bound, name)({}).catch(() => {});
  if (globalThis.struck !== undefined || {}.struck !== undefined) throw new Error("struck by client " + index);
  for (const url of sent) if (!url.startsWith("https://a.test/")) throw new Error("client " + index + " asked " + url);
}
if (Object.keys(globalThis).length !== before) throw new Error("something was left behind");
console.log("quiet");
`,
  );
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [join(folder, "run.js")]).catch(
    (error) => error,
  );
  expect([stdout, stderr]).toEqual(["quiet\n", ""]);
});
