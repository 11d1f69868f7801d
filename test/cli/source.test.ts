import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { project, snapshot, upstream } from "../helpers/project.ts";
import { type Reply, serve } from "../helpers/server.ts";

describe("a document that is given", () => {
  test.each<{ name: string; file: string; content: string | Buffer }>([
    { name: "JSON", file: "api.json", content: upstream },
    { name: "JSON with a byte order mark", file: "api.json", content: `\uFEFF${upstream}` },
    { name: "gzipped JSON", file: "api.json.gz", content: gzipSync(upstream) },
    { name: "YAML", file: "api.yaml", content: stringify(JSON.parse(upstream)) },
    { name: "YAML with a byte order mark", file: "api.yml", content: `\uFEFF${stringify(JSON.parse(upstream))}` },
  ])("as $name gives the same client", async ({ file, content }) => {
    const { folder, generate, files } = project();
    writeFileSync(join(folder, file), content);
    expect(await generate("--source", file)).toMatchObject({
      code: 0,
      stdout: `wrote ${snapshot}, spec/api_v2.lock.json, generated/index.ts, generated/model.json, generated/types.ts\n`,
    });
    expect(files()[snapshot]).toBe(upstream);
    expect(JSON.parse(files()["spec/api_v2.lock.json"] ?? "")).toMatchObject({
      source: file,
      obtained: "read from a file",
      operations: 16,
      paths: 13,
      schemas: 2,
    });
    expect(await generate("--source", file)).toMatchObject({ code: 0, stdout: "no change\n" });
  });

  test("may come from a server", async () => {
    const { generate, files } = project();
    const { url } = await serve(() => ({ body: upstream }));
    expect((await generate("--source", `${url}/api.json`)).code).toBe(0);
    expect(JSON.parse(files()["spec/api_v2.lock.json"] ?? "")).toMatchObject({
      source: `${url}/api.json`,
      obtained: "downloaded",
    });
  });

  test("goes below --out, and the project stays as it is", async () => {
    const { folder, generate, files } = project();
    const before = files();
    writeFileSync(join(folder, "api.json"), upstream);
    const { code, stdout } = await generate("--source", "api.json", "--out", "deep/down");
    expect(code).toBe(0);
    expect(files()).toEqual(before);
    expect(stdout.split(", ")).toContain("deep/down/generated/types.ts");
    expect(Object.keys(files("deep/down"))).toEqual(Object.keys(before));
  });

  test("prints a line per stage, with its time, on standard error", async () => {
    const { generate, files } = project();
    const { stderr } = await generate("--source", snapshot);
    const all = Object.keys(files()).length;
    expect(stderr.replace(/\d+ ms/g, "N ms").replace(/ +/g, " ")).toBe(
      [
        "load N ms api_v2.account.json, 83 kB",
        "validate N ms 16 operations, 13 paths, 2 schemas",
        "select N ms 16 operations, 13 paths, 2 schemas",
        "normalize N ms",
        "model N ms 10 enums",
        `emit N ms ${all - 2} files`,
        `write N ms 0 changed, ${all} files in all`,
        "",
      ].join("\n"),
    );
  });
});

describe("the configured document", () => {
  /** A project whose config names a server with these answers. */
  const configured = async (...replies: Reply[]) => {
    const made = project();
    const { url, seen } = await serve((_, index) => replies[Math.min(index, replies.length - 1)] ?? {});
    writeFileSync(join(made.folder, "config.json"), JSON.stringify({ source: `${url}/api.json` }));
    return { ...made, seen, run: (...args: string[]) => made.generate("--config", "config.json", ...args) };
  };

  test("is pulled, with patience for a server that is busy", async () => {
    const { run, seen } = await configured({ status: 429 }, { status: 503 }, { body: upstream });
    expect(await run()).toMatchObject({ code: 0, stdout: expect.stringContaining("wrote spec/") });
    expect(seen).toHaveLength(3);
  });

  test("that stays away leaves the snapshot to generate from, and the reason is told", async () => {
    const { run, files } = await configured({ status: 503 });
    const before = files();
    expect(await run()).toMatchObject({
      code: 0,
      stdout: "no change\n",
      stderr: expect.stringMatching(
        /could not be reached: the server responded with 503 Service Unavailable\. Using the committed snapshot\./,
      ),
    });
    expect(files()).toEqual(before);
  });

  test.each([
    {
      name: "a host that does not resolve",
      source: "https://nowhere.invalid/api.json",
      reason: "the host name does not resolve",
    },
    { name: "a port that nobody listens on", source: "http://127.0.0.1:1/api.json", reason: "no connection" },
  ])("is not needed: $name", async ({ source, reason }) => {
    const { folder, generate } = project();
    writeFileSync(join(folder, "config.json"), JSON.stringify({ source }));
    expect(await generate("--config", "config.json")).toMatchObject({
      code: 0,
      stdout: "no change\n",
      stderr: expect.stringContaining(reason),
    });
    expect(await generate("--source", source)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("error[SOURCE_UNREACHABLE]"),
    });
    rmSync(join(folder, snapshot));
    const missing = `error[SNAPSHOT_MISSING] at ${snapshot}: there is no committed snapshot to generate from, and ${source} could not be reached: ${reason}`;
    expect(await generate("--config", "config.json")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(missing),
    });
  });

  test.each<{ name: string; reply: Reply; want: string }>([
    { name: "a 404", reply: { status: 404 }, want: "error[SOURCE_REFUSED]" },
    {
      name: "a web page",
      reply: { headers: { "content-type": "text/html" }, body: "<!doctype html><title>Docs</title>" },
      want: "error[SOURCE_HTML]",
    },
    { name: "half a document", reply: { body: upstream.slice(0, 5000) }, want: "error[SOURCE_SYNTAX]" },
  ])("is not replaced by the snapshot when it answers $name", async ({ reply, want }) => {
    const { run, files } = await configured(reply);
    const before = files();
    expect(await run()).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining(want) });
    expect(files()).toEqual(before);
  });

  test("that lost most of its operations is refused, unless that is accepted", async () => {
    const { paths, ...rest } = JSON.parse(upstream);
    const few = { ...rest, paths: { "/api/v2/accounts": paths["/api/v2/accounts"] } };
    const { run, files } = await configured({ body: few });
    const before = files();
    expect(await run()).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("the document has only 2 of its previous 16 operations"),
    });
    expect(files()).toEqual(before);
    expect(await run("--accept-shrink")).toMatchObject({ code: 0 });
  });
});
