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

/** A caller of the base client, and whether it stops compiling with the head client. The impact must say so. */
interface Caller {
  /** The name of the row with the two documents. */
  readonly row: string;
  readonly code: string;
  readonly stops: boolean;
}

const reads = (code: string): string => `const r = await c.getThing(client); if (r.ok) { const p = r.data.p; ${code} }`;
const sends = (value: string): string => `await c.sendThing(client, { body: { p: ${value} } });`;

// biome-ignore format: one row per line.
const callers: readonly Caller[] = [
  { row: "an operation is added", code: "await c.getThing(client);", stops: false },
  { row: "an operation is removed", code: "await c.sendThing(client);", stops: true },
  { row: "an operation ID changes", code: "await c.getThing(client);", stops: true },
  { row: "a parameter is added", code: "await c.getThing(client);", stops: false },
  { row: "a required parameter is added", code: "await c.getThing(client);", stops: true },
  { row: "a parameter is removed", code: 'await c.getThing(client, { query: { q: "a" } });', stops: true },
  { row: "a parameter becomes required", code: "await c.getThing(client);", stops: true },
  { row: "a parameter becomes optional", code: 'await c.getThing(client, { query: { q: "a" } });', stops: false },
  { row: "a body is added", code: "await c.sendThing(client);", stops: false },
  { row: "a required body is added", code: "await c.sendThing(client);", stops: true },
  { row: "a body is removed", code: 'await c.sendThing(client, { body: "a" });', stops: true },
  { row: "a body becomes required", code: "await c.sendThing(client);", stops: true },
  { row: "a body becomes optional", code: 'await c.sendThing(client, { body: "a" });', stops: false },
  { row: "a property is added, sent", code: 'await c.sendThing(client, { body: { a: "" } });', stops: false },
  { row: "a required property is added, sent", code: 'await c.sendThing(client, { body: { a: "" } });', stops: true },
  { row: "a property is added, received", code: "const r = await c.getThing(client); if (r.ok) use<string | undefined>(r.data.a);", stops: false },
  { row: "a property is removed, sent", code: 'await c.sendThing(client, { body: { b: "" } });', stops: true },
  { row: "a property is removed, received", code: "const r = await c.getThing(client); if (r.ok) use(r.data.b);", stops: true },
  { row: "a property becomes required, sent", code: "await c.sendThing(client, { body: {} });", stops: true },
  { row: "a property becomes required, received", code: "const r = await c.getThing(client); if (r.ok) use<string | undefined>(r.data.a);", stops: false },
  { row: "a property becomes optional, sent", code: 'await c.sendThing(client, { body: { a: "" } });', stops: false },
  { row: "a property becomes optional, received", code: "const r = await c.getThing(client); if (r.ok) use<string>(r.data.a);", stops: true },
  { row: "the type changes, sent", code: sends('"a"'), stops: true },
  { row: "the type changes, received", code: reads("use<string | undefined>(p);"), stops: true },
  { row: "an integer becomes a number, sent", code: sends("1"), stops: false },
  { row: "an integer becomes a number, received", code: reads("use<number | undefined>(p);"), stops: false },
  { row: "null becomes allowed, sent", code: sends('"a"'), stops: false },
  { row: "null becomes allowed, received", code: reads("use<string | undefined>(p);"), stops: true },
  { row: "null is no longer allowed, sent", code: sends("null"), stops: true },
  { row: "null is no longer allowed, received", code: reads("use<string | null | undefined>(p);"), stops: false },
  { row: "an enum value is added, sent", code: sends("1"), stops: false },
  { row: "an enum value is added, received", code: reads("if (p === undefined || p === 1 || p === 2) return; use<never>(p);"), stops: true },
  { row: "an enum value is removed, sent", code: sends('"b"'), stops: true },
  { row: "an enum value is removed, received", code: reads('if (p === "b") use(p);'), stops: true },
  { row: "a label is added, received", code: reads("use(p);"), stops: false },
  { row: "a label changes and renames its member, sent", code: sends("c.SendThingP.Off"), stops: true },
  { row: "a label changes but not its member, sent", code: sends("c.SendThingP.Off"), stops: false },
  { row: "an enum gets the name of another site", code: "use(c.GetAMode);", stops: true },
  { row: "a variant is added, sent", code: sends("1"), stops: false },
  { row: "a variant is added, received", code: reads("use<string | number | undefined>(p);"), stops: true },
  { row: "a variant is removed, sent", code: sends("true"), stops: true },
  { row: "a const is added, sent", code: sends('"b"'), stops: true },
  { row: "a const is added, received", code: reads('if (p === "b") use(p);'), stops: true },
  { row: "a const is removed, sent", code: sends('"a"'), stops: false },
  { row: "a const is removed, received", code: reads('use<"a" | undefined>(p);'), stops: true },
  { row: "a const changes, sent", code: sends('"a"'), stops: true },
  { row: "a const changes, received", code: reads('if (p === "a") use(p);'), stops: true },
  { row: "additional properties become allowed, received", code: reads("use(p?.a);"), stops: false },
  { row: "additional properties are no longer allowed, received", code: reads("use(p?.other);"), stops: true },
  { row: "additional properties are no longer allowed, sent", code: sends('{ other: "" }'), stops: true },
  { row: "minimum becomes stricter, sent", code: sends("1"), stops: false },
  { row: "maxLength is removed, received", code: reads("use<string | undefined>(p);"), stops: false },
  { row: "a format is added, sent", code: sends('"a"'), stops: false },
  { row: "a pattern changes, received", code: reads("use<string | undefined>(p);"), stops: false },
  { row: "it becomes read-only, sent", code: sends('"a"'), stops: false },
  { row: "a default is added, sent", code: sends('"a"'), stops: false },
  { row: "it becomes deprecated, received", code: reads("use(p);"), stops: false },
  { row: "an error status is added", code: 'const r = await c.getThing(client); if (r.status === "unexpected") use(r.error);', stops: false },
  { row: "a response is removed", code: "const r = await c.getThing(client); if (r.status === 404) use(r.error);", stops: true },
  { row: "a component is removed", code: "const thing: c.Thing = {}; use(thing);", stops: true },
  { row: "a component is added, received", code: "const r = await c.getThing(client); if (r.ok) use(r.data);", stops: false },
  { row: "a file of a form becomes a string", code: "await c.sendThing(client, { body: { p: new Blob() } });", stops: true },
  { row: "a string of a form becomes a file", code: 'await c.sendThing(client, { body: { p: "a" } });', stops: true },
  { row: "a file with contentMediaType becomes a string", code: "await c.sendThing(client, { body: { p: new Blob() } });", stops: true },
  { row: "a file with format binary gets contentMediaType instead", code: "await c.sendThing(client, { body: { p: new Blob() } });", stops: false },
  { row: "a file of a component used by a form becomes a string", code: "const thing: c.Thing = { p: new Blob() }; use(thing);", stops: true },
  { row: "a file of any media type becomes a string", code: "await c.sendThing(client, { body: new Blob() });", stops: true },
  { row: "bytes lose format binary, sent", code: "await c.sendThing(client, { body: new Blob() });", stops: false },
  { row: "bytes lose format binary, received", code: "const r = await c.getThing(client); if (r.ok) use<Blob>(r.data);", stops: false },
  { row: "the security scheme of an operation changes", code: "await c.getThing(client);", stops: false },
  { row: "an alternative scope is removed", code: "await c.getThing(client);", stops: false },
];

/** Two documents without a row: a success with other data is added. */
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
    row: "a success status with other data is added",
    code: "const r = await c.getThing(client); if (r.ok) use(r.data.a);",
    stops: true,
    ...successes,
  },
];

describe("the impact says whether callers stop compiling", () => {
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

  test("covers more than a dozen kinds", async () => {
    const kinds = await Promise.all(
      cases.map(async ({ base, head }) => (await findChanges(base, head)).map(({ kind }) => kind)),
    );
    expect(new Set(kinds.flat()).size).toBeGreaterThan(12);
  });
});
