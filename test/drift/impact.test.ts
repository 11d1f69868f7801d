import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generateClient } from "../../generator/app/pipeline.ts";
import { defaults } from "../../generator/config/config.ts";
import type { JsonObject } from "../../generator/document/json.ts";
import { readFolder } from "../../generator/files/write-files.ts";
import { writeClient } from "../helpers/client-folder.ts";
import { document, json, operation } from "../helpers/document.ts";
import { typeCheck } from "../helpers/typescript.ts";
import { findChanges } from "./find-changes.ts";
import { rows } from "./rows/index.ts";

/** A caller of the base client, and whether it compiles against the head client: what the impact has to say. */
interface Caller {
  /** The row of the tables that has the two documents. */
  readonly row: string;
  readonly code: string;
  readonly stops: boolean;
}

const reads = (code: string): string => `const r = await c.getThing(client); if (r.ok) { const p = r.data.p; ${code} }`;
const sends = (value: string): string => `await c.sendThing(client, { body: { p: ${value} } });`;

// biome-ignore format: a table is read row by row.
const callers: readonly Caller[] = [
  { row: "an operation more", code: "await c.getThing(client);", stops: false },
  { row: "an operation less", code: "await c.sendThing(client);", stops: true },
  { row: "another operation id", code: "await c.getThing(client);", stops: true },
  { row: "a parameter more", code: "await c.getThing(client);", stops: false },
  { row: "a parameter more that is required", code: "await c.getThing(client);", stops: true },
  { row: "a parameter less", code: 'await c.getThing(client, { query: { q: "a" } });', stops: true },
  { row: "a parameter that has to be given", code: "await c.getThing(client);", stops: true },
  { row: "a parameter that may be left out", code: 'await c.getThing(client, { query: { q: "a" } });', stops: false },
  { row: "a body", code: "await c.sendThing(client);", stops: false },
  { row: "a body that is required", code: "await c.sendThing(client);", stops: true },
  { row: "no body", code: 'await c.sendThing(client, { body: "a" });', stops: true },
  { row: "a body that has to be given", code: "await c.sendThing(client);", stops: true },
  { row: "a body that may be left out", code: 'await c.sendThing(client, { body: "a" });', stops: false },
  { row: "a property more, sent", code: 'await c.sendThing(client, { body: { a: "" } });', stops: false },
  { row: "a property more that is required, sent", code: 'await c.sendThing(client, { body: { a: "" } });', stops: true },
  { row: "a property more, received", code: "const r = await c.getThing(client); if (r.ok) use<string | undefined>(r.data.a);", stops: false },
  { row: "a property less, sent", code: 'await c.sendThing(client, { body: { b: "" } });', stops: true },
  { row: "a property less, received", code: "const r = await c.getThing(client); if (r.ok) use(r.data.b);", stops: true },
  { row: "a property that has to be there, sent", code: "await c.sendThing(client, { body: {} });", stops: true },
  { row: "a property that has to be there, received", code: "const r = await c.getThing(client); if (r.ok) use<string | undefined>(r.data.a);", stops: false },
  { row: "a property that may be left out, sent", code: 'await c.sendThing(client, { body: { a: "" } });', stops: false },
  { row: "a property that may be left out, received", code: "const r = await c.getThing(client); if (r.ok) use<string>(r.data.a);", stops: true },
  { row: "another type, sent", code: sends('"a"'), stops: true },
  { row: "another type, received", code: reads("use<string | undefined>(p);"), stops: true },
  { row: "any number where a whole one was, sent", code: sends("1"), stops: false },
  { row: "any number where a whole one was, received", code: reads("use<number | undefined>(p);"), stops: false },
  { row: "null allowed, sent", code: sends('"a"'), stops: false },
  { row: "null allowed, received", code: reads("use<string | undefined>(p);"), stops: true },
  { row: "null no longer allowed, sent", code: sends("null"), stops: true },
  { row: "null no longer allowed, received", code: reads("use<string | null | undefined>(p);"), stops: false },
  { row: "a value more, sent", code: sends("1"), stops: false },
  { row: "a value more, received", code: reads("if (p === undefined || p === 1 || p === 2) return; use<never>(p);"), stops: true },
  { row: "a value less, sent", code: sends('"b"'), stops: true },
  { row: "a value less, received", code: reads('if (p === "b") use(p);'), stops: true },
  { row: "a label more, received", code: reads("use(p);"), stops: false },
  { row: "another label that renames the member, sent", code: sends("c.SendThingP.Off"), stops: true },
  { row: "another label that keeps the member, sent", code: sends("c.SendThingP.Off"), stops: false },
  { row: "an enum that is named after another place", code: "use(c.GetAMode);", stops: true },
  { row: "an alternative more, sent", code: sends("1"), stops: false },
  { row: "an alternative more, received", code: reads("use<string | number | undefined>(p);"), stops: true },
  { row: "an alternative less, sent", code: sends("true"), stops: true },
  { row: "a constant, sent", code: sends('"b"'), stops: true },
  { row: "a constant, received", code: reads('if (p === "b") use(p);'), stops: true },
  { row: "no constant, sent", code: sends('"a"'), stops: false },
  { row: "no constant, received", code: reads('use<"a" | undefined>(p);'), stops: true },
  { row: "another constant, sent", code: sends('"a"'), stops: true },
  { row: "another constant, received", code: reads('if (p === "a") use(p);'), stops: true },
  { row: "other properties allowed, received", code: reads("use(p?.a);"), stops: false },
  { row: "other properties no longer allowed, received", code: reads("use(p?.other);"), stops: true },
  { row: "other properties no longer allowed, sent", code: sends('{ other: "" }'), stops: true },
  { row: "minimum narrows, sent", code: sends("1"), stops: false },
  { row: "maxLength goes, received", code: reads("use<string | undefined>(p);"), stops: false },
  { row: "a format, sent", code: sends('"a"'), stops: false },
  { row: "another pattern, received", code: reads("use<string | undefined>(p);"), stops: false },
  { row: "set by the server, sent", code: sends('"a"'), stops: false },
  { row: "a default, sent", code: sends('"a"'), stops: false },
  { row: "deprecated, received", code: reads("use(p);"), stops: false },
  { row: "a failure more", code: 'const r = await c.getThing(client); if (r.status === "unexpected") use(r.error);', stops: false },
  { row: "an answer less", code: "const r = await c.getThing(client); if (r.status === 404) use(r.error);", stops: true },
  { row: "a component less", code: "const thing: c.Thing = {}; use(thing);", stops: true },
  { row: "a component more, received", code: "const r = await c.getThing(client); if (r.ok) use(r.data);", stops: false },
  { row: "a file of a form that is a text", code: "await c.sendThing(client, { body: { p: new Blob() } });", stops: true },
  { row: "a text of a form that is a file", code: 'await c.sendThing(client, { body: { p: "a" } });', stops: true },
  { row: "a file in the words of OpenAPI 3.1 that is a text", code: "await c.sendThing(client, { body: { p: new Blob() } });", stops: true },
  { row: "a file in other words", code: "await c.sendThing(client, { body: { p: new Blob() } });", stops: false },
  { row: "a file of a component that a form is", code: "const thing: c.Thing = { p: new Blob() }; use(thing);", stops: true },
  { row: "a body of any type that is no file", code: "await c.sendThing(client, { body: new Blob() });", stops: true },
  { row: "bytes that are not called binary, sent", code: "await c.sendThing(client, { body: new Blob() });", stops: false },
  { row: "bytes that are not called binary, received", code: "const r = await c.getThing(client); if (r.ok) use<Blob>(r.data);", stops: false },
  { row: "another key", code: "await c.getThing(client);", stops: false },
  { row: "a scope that no longer does", code: "await c.getThing(client);", stops: false },
];

/** Two documents that the tables do not have: a success with data beside one with other data. */
const successes: { base: JsonObject; head: JsonObject } = {
  base: document({
    "/things": {
      get: operation("getThing", {
        responses: { 200: json({ type: "object", properties: { a: { type: "string" } } }) },
      }),
    },
  }),
  head: document({
    "/things": {
      get: operation("getThing", {
        responses: {
          200: json({ type: "object", properties: { a: { type: "string" } } }),
          202: json({ type: "object", properties: { job: { type: "string" } } }),
        },
      }),
    },
  }),
};
const cases = [
  ...callers.map((caller) => ({
    ...caller,
    ...(rows.find(({ name }) => name === caller.row) ?? expect.unreachable(caller.row)),
  })),
  {
    row: "a success more",
    code: "const r = await c.getThing(client); if (r.ok) use(r.data.a);",
    stops: true,
    ...successes,
  },
];

describe("what a change is said to do to callers is what it does", () => {
  const folder = mkdtempSync(join(tmpdir(), "impact-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  let broken = new Set<string>();

  beforeAll(async () => {
    const templates = readFolder("templates");
    const clients = new Map<string, ReadonlyMap<string, string>>();
    const config = { ...defaults, include: { paths: ["/**"] }, enumNames: {} };
    symlinkSync(join(import.meta.dirname, "../../node_modules"), join(folder, "node_modules"));
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    for (const [index, { base, head, code }] of cases.entries())
      for (const [side, source] of Object.entries({ base, head })) {
        const at = join(folder, side, String(index));
        const key = JSON.stringify(source);
        const client =
          clients.get(key) ?? (await generateClient(source, config, templates, async (_, work) => work())).client;
        clients.set(key, client);
        writeClient(at, client, join(folder, "runtimes"));
        writeFileSync(
          join(at, "caller.ts"),
          `import * as c from "./index.js";\ndeclare const client: c.AccountClient;\ndeclare function use<T>(value: T): void;\nexport async function call() {\n  ${code}\n}\n`,
        );
      }
    const { compilerOptions } = JSON.parse(readFileSync("tsconfig.json", "utf8"));
    const { noUnusedLocals: _, ...options } = compilerOptions;
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({ compilerOptions: options, include: ["*/*/caller.ts"] }),
    );
    broken = new Set([...typeCheck(folder).matchAll(/^((?:base|head)\/\d+)\/.*error/gm)].map(([, file = ""]) => file));
  });

  test.each(cases.map((each, index) => ({ ...each, index })))("$row: $code", async ({ index, base, head, stops }) => {
    expect(broken.has(`base/${index}`)).toBe(false);
    expect(broken.has(`head/${index}`)).toBe(stops);
    const impacts = (await findChanges(base, head)).map(({ impact }) => impact);
    expect(impacts.some((impact) => impact.includes("stop compiling"))).toBe(stops);
  });

  test("that is true of a dozen kinds at least", async () => {
    const kinds = await Promise.all(
      cases.map(async ({ base, head }) => (await findChanges(base, head)).map(({ kind }) => kind)),
    );
    expect(new Set(kinds.flat()).size).toBeGreaterThan(12);
  });
});
