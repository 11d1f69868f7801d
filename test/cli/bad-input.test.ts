import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { baseline, project, upstream } from "../helpers/project.ts";

describe("bad input ends with one clear line, exit code 2, and every file as it was", () => {
  const doc = JSON.parse(baseline);
  const edit = (change: (copy: typeof doc) => void) => {
    const copy = structuredClone(doc);
    change(copy);
    return JSON.stringify(copy);
  };
  const email = "/api/v2/accounts/{email}";
  const schemaOf = (copy: typeof doc) => copy.paths[email].get.responses["200"].content["application/json"];

  test.each<{ name: string; content?: string | Buffer; config?: string; args?: string[]; want: string }>([
    {
      name: "a web page",
      content: "<!doctype html>",
      want: "error[SOURCE_HTML] at api.json: this is a web page, not a document.",
    },
    {
      name: "cut-off JSON",
      content: upstream.slice(0, 999),
      want: "error[SOURCE_SYNTAX] at api.json: the document does not parse: ",
    },
    { name: "bad JSON, with its line", content: '{\n  "openapi": 3.1.0\n}', want: "at line 2, column 17." },
    { name: "bad YAML, with its line", content: "openapi: 3.1.0\npaths: [", want: "at line 2, column 9" },
    { name: "nothing", content: " \n", want: "error[SOURCE_EMPTY] at api.json: the document is empty." },
    {
      name: "damaged gzip",
      content: gzipSync(upstream).subarray(0, 99),
      want: "error[SOURCE_ENCODING] at api.json: the gzip data",
    },
    {
      name: "UTF-16",
      content: Buffer.from(`\uFEFF${upstream}`, "utf16le"),
      want: "error[SOURCE_ENCODING] at api.json: the document is not UTF-8.",
    },
    {
      name: "Swagger 2.0",
      content: '{ "swagger": "2.0", "paths": {} }',
      want: "error[VERSION_UNSUPPORTED] at #/swagger: Swagger 2.0 is not supported.",
    },
    {
      name: "no paths",
      content: '{ "openapi": "3.1.0" }',
      want: "error[NO_PATHS] at #/paths: the document has no paths.",
    },
    {
      name: "a selection of nothing",
      content: '{ "openapi": "3.1.0", "paths": {} }',
      want: 'error[INCLUDE_EMPTY] at include: {"paths":["/api/v2/accounts","/api/v2/accounts/**"]} matches no operation',
    },
    {
      name: "a reference to nothing",
      content: edit((copy) => Object.assign(schemaOf(copy).schema, { $ref: "#/components/schemas/Acount" })),
      want: "error[REF_MISSING] at #/paths/~1api~1v2~1accounts~1{email}/get/responses/200/content/application~1json/schema: refers to #/components/schemas/Acount, which is not in the document.",
    },
    {
      name: "a reference to elsewhere",
      content: edit((copy) => Object.assign(schemaOf(copy).schema, { $ref: "https://evil.test/a.json" })),
      want: 'error[REF_UNSUPPORTED] at #/paths/~1api~1v2~1accounts~1{email}/get/responses/200/content/application~1json/schema: refers to "https://evil.test/a.json"',
    },
    {
      name: "one operation id twice",
      content: edit((copy) => Object.assign(copy.paths[email].delete, { operationId: "getAccount" })),
      want: "error[NAME_COLLISION] at #/paths/~1api~1v2~1accounts~1{email}/get: this operation and the one at #/paths/~1api~1v2~1accounts~1{email}/delete have the same operationId getAccount.",
    },
    {
      name: "one id for two operations",
      content: edit((copy) => {
        copy.paths[email].delete.operationId = "touchAccount";
        copy.paths[email].get.operationId = "touchAccount";
      }),
      want: "error[NAME_COLLISION]",
    },
    {
      name: "two members of one name",
      content: edit((copy) => copy.components.schemas.BackgroundJob.properties.status.enum.push("in_progress")),
      want: 'Rename one of them in the config: {"enumMembers":{"BackgroundJobStatus":{"in_progress":"InProgress2"}}}.',
    },
    {
      name: "a file that is not there",
      args: ["--source", "gone.json"],
      want: "/gone.json cannot be read (ENOENT). Check the path.",
    },
    {
      name: "an option that does not exist",
      args: ["--sauce", "x"],
      want: "error[USAGE] at the command line: Unknown option '--sauce'.",
    },
    {
      name: "an option without its value",
      args: ["--source"],
      want: "error[USAGE] at the command line: Option '--source <value>' argument missing.",
    },
    {
      name: "an option with nothing for its value",
      args: ["--out", ""],
      want: "error[USAGE] at the command line: Option '--out' is empty. `npm run generate -- --help` lists the options.",
    },
    {
      name: "a word too many",
      args: ["now"],
      want: "error[USAGE] at the command line: Unexpected argument 'now'.",
    },
    {
      name: "options that exclude each other",
      args: ["--offline", "--source", "https://api.test/x.json"],
      want: "error[USAGE] at the command line: Option '--offline' excludes a URL as '--source'.",
    },
    {
      name: "a config key that does not exist",
      config: '{ "sauce": "x" }',
      want: 'error[CONFIG_INVALID] at config.json: there is no config key "sauce". The keys are source, include, name',
    },
    {
      name: "a config value of the wrong kind",
      config: '{ "include": { "paths": "/x" } }',
      want: 'error[CONFIG_INVALID] at config.json#/include/paths: `paths` must be an array of strings, such as ["Campaign"], not "/x".',
    },
    {
      name: "a config path that leads out",
      config: '{ "output": "../x" }',
      want: 'error[CONFIG_INVALID] at config.json#/output: `output` must be a path inside the project, not "../x".',
    },
    {
      name: "a config pin that is no name",
      config: '{ "enumMembers": { "AccountProviderCode": { "11": "Air Mail" } } }',
      want: 'error[CONFIG_INVALID] at config.json#/enumMembers/AccountProviderCode/11: `11` must be an identifier, such as "Campaign", not "Air Mail".',
    },
    {
      name: "a config that is no object",
      config: "[]",
      want: "error[CONFIG_INVALID] at config.json: the config is not an object.",
    },
    {
      name: "a config that is not there",
      args: ["--config", "gone.json"],
      want: "error[CONFIG_INVALID] at gone.json: ",
    },
    {
      name: "a config that does not parse",
      config: '{ "name": ',
      want: "error[CONFIG_INVALID] at config.json: the config does not parse: ",
    },
    {
      name: "an output folder that is a file",
      args: ["--out", "package.json"],
      want: "error[OUTPUT_BLOCKED] at package.json: there is a file instead of a folder (ENOTDIR). Move it away.",
    },
  ])("$name", async ({ content, config, args = [], want }) => {
    const { folder, generate, files } = project();
    if (content !== undefined) writeFileSync(join(folder, "api.json"), content);
    if (config !== undefined) writeFileSync(join(folder, "config.json"), config);
    const before = files();
    const source = content === undefined ? [] : ["--source", "api.json"];
    const { code, stdout, stderr } = await generate(
      ...source,
      ...(config === undefined ? [] : ["--config", "config.json"]),
      ...args,
    );
    const errors = stderr.split("\n").filter((line) => line.startsWith("error["));
    expect(errors).toEqual([expect.stringContaining(want)]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).not.toMatch(/^\s+at .*:\d+/m);
    expect(files()).toEqual(before);
  });

  test("a folder in the place of a file is told, and what was written beside is taken away", async () => {
    const { folder, generate, files } = project();
    rmSync(join(folder, "generated/types.ts"));
    mkdirSync(join(folder, "generated/types.ts/full"), { recursive: true });
    writeFileSync(join(folder, "api.json"), upstream);
    const before = files();
    expect(await generate("--source", "api.json")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(
        "error[OUTPUT_BLOCKED] at generated/types.ts: this is a folder instead of a file.",
      ),
    });
    expect(files()).toEqual(before);
  });
});
