import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import openapiTS from "openapi-typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type GenerateOptions, generate } from "../../generator/app/generate.ts";
import type { JsonObject } from "../../generator/document/json.ts";
import { GeneratorError } from "../../generator/util/errors.ts";
import { document, json, operation } from "../helpers/document.ts";
import { hostIn } from "../helpers/run.ts";
import { shutIn } from "./outside.ts";
import { references } from "./references.ts";

const server = "http://127.0.0.1:1";
const folder = mkdtempSync(join(tmpdir(), "isolation-"));
const templates = join(import.meta.dirname, "../../templates");
afterAll(() => rmSync(folder, { recursive: true }));

const host = hostIn({ folder, home: join(import.meta.dirname, "../.."), state: undefined });

const listener = {
  notice() {},
  warning() {},
  stage: async <R>(_: string, work: () => R | Promise<R>) => work(),
};

/** Generates as the command does; a refusal gives its code. */
async function outcome(given: JsonObject): Promise<string> {
  const options: GenerateOptions = {
    source: join(folder, "document.json"),
    config: join(folder, "config.json"),
    out: join(folder, "out"),
    acceptShrink: true,
  };
  writeFileSync(join(folder, "document.json"), JSON.stringify(given));
  return generate(options, listener, host).then(
    () => "a client",
    (error) => {
      if (error instanceof GeneratorError) return error.code;
      throw error;
    },
  );
}

const harmless = document({ "/a": { get: operation("getA", { responses: { 200: json({ type: "object" }) } }) } });

// Whatever is loaded on demand is loaded by the first run: loading code reads files too.
beforeAll(async () => {
  writeFileSync(join(folder, "config.json"), JSON.stringify({ include: { paths: ["/**"] }, enumNames: {} }));
  expect(await outcome(harmless)).toBe("a client");
});

describe("a run reads its inputs and its own folder, and asks nobody", () => {
  test.each(references(server))("with a reference to $name", async ({ given }) => {
    const { result, tried } = await shutIn([folder, templates], () => outcome(given));
    expect(tried).toEqual([]);
    if (result !== "a client") expect(result).toMatch(/^[A-Z_]+$/);
  });

  test("also where the document gets as far as openapi-typescript", async () => {
    let clients = 0;
    for (const { given } of references(server)) if ((await outcome(given)) === "a client") clients++;
    expect(clients).toBeGreaterThanOrEqual(20);
  });
});

describe("what is tried is seen", () => {
  const to = ($ref: string): JsonObject =>
    document({ "/a": { get: operation("a", { responses: { 200: json({ $ref }) } }) } });

  test.each([
    { name: "http", $ref: `${server}/a.json` },
    { name: "a file", $ref: "file:///etc/hostname" },
  ])("openapi-typescript follows $name where nothing stops it", async ({ $ref }) => {
    const { tried } = await shutIn([], () => openapiTS(to($ref) as never, { silent: true }).catch(() => {}));
    expect(tried).not.toEqual([]);
  });

  test("a folder that was not named is closed", async () => {
    const { tried } = await shutIn([templates], () => outcome(harmless).catch(() => {}));
    expect(tried[0]?.startsWith(folder)).toBe(true);
  });
});
