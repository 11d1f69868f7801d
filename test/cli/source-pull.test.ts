import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { project, snapshot, upstream } from "../helpers/project.ts";
import { type Reply, serve } from "../helpers/server.ts";

/** A project whose config names this source. */
function configured(source: string) {
  const made = project();
  writeFileSync(join(made.folder, "config.json"), JSON.stringify({ source }));
  return { ...made, run: () => made.generate("--config", "config.json") };
}

/** None of these is replaced by the snapshot: somebody has to look. */
test.each<{ name: string; reply: Reply; want: string }>([
  { name: "asks for a password", reply: { status: 401 }, want: "error[SOURCE_REFUSED]" },
  {
    name: "sends us elsewhere",
    reply: { status: 302, headers: { location: "https://evil.test/" } },
    want: "error[SOURCE_REDIRECT]",
  },
  { name: "sends us in a circle", reply: { status: 302, headers: { location: "/" } }, want: "error[SOURCE_REDIRECT]" },
  {
    name: "says too much",
    reply: { headers: { "content-length": "99000000" }, cut: true },
    want: "error[SOURCE_TOO_LARGE]",
  },
  { name: "says nothing", reply: { body: "" }, want: "error[SOURCE_EMPTY]" },
  { name: "says something twice", reply: { body: '{"a":1,"a":2}' }, want: "error[SOURCE_DUPLICATE_KEY]" },
  { name: "goes too deep", reply: { body: "[".repeat(1e5) + "]".repeat(1e5) }, want: "error[SOURCE_TOO_DEEP]" },
  { name: "tells what is no number", reply: { body: '{"a":1e400}' }, want: "error[SOURCE_NUMBER]" },
  { name: "tells YAML with tags", reply: { body: "a: !b c" }, want: "error[SOURCE_YAML]" },
])("a server that $name ends the run", async ({ reply, want }) => {
  const { url } = await serve(() => reply);
  const { run, files } = configured(url);
  const before = files();
  const { code, stdout, stderr } = await run();
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr.trim().split("\n")).toEqual([expect.stringContaining(want)]);
  expect(files()).toEqual(before);
});

test("a server that cuts its answer off leaves the snapshot to generate from", async () => {
  const { url, seen } = await serve(() => ({ body: upstream, headers: { "content-length": "99999" }, cut: true }));
  const { run } = configured(url);
  expect(await run()).toMatchObject({
    code: 0,
    stdout: "no change\n",
    stderr: expect.stringMatching(/could not be reached: the response broke off .* Using the committed snapshot\./),
  });
  expect(seen).toHaveLength(3);
});

test("plain http is not asked for", async () => {
  const { run } = configured("http://api.instantly.test/api.json");
  expect(await run()).toMatchObject({ code: 2, stderr: expect.stringContaining("error[SOURCE_ADDRESS]") });
});

test("a small file that holds a huge document is not unpacked", async () => {
  const { folder, generate } = project();
  writeFileSync(join(folder, "api.json.gz"), gzipSync(Buffer.alloc(40 * 2 ** 20, " ")));
  expect(await generate("--source", "api.json.gz")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("error[SOURCE_TOO_LARGE] at api.json.gz: "),
  });
});

test("the second run asks whether anything changed, and offline asks nothing", async () => {
  const { url, seen } = await serve(({ headers }) =>
    headers["if-none-match"] === '"1"' ? { status: 304 } : { body: upstream, headers: { etag: '"1"' } },
  );
  // The port may have been another test's before, and what was kept is shared by all of them.
  const { run, generate } = configured(`${url}/${crypto.randomUUID()}`);
  expect(await run()).toMatchObject({ code: 0, stdout: expect.stringContaining(`wrote ${snapshot}`) });
  expect(await run()).toMatchObject({ code: 0, stdout: "no change\n" });
  expect(seen.map(({ headers }) => headers["if-none-match"])).toEqual([undefined, '"1"']);
  expect(await generate("--config", "config.json", "--offline")).toMatchObject({ code: 0, stdout: "no change\n" });
  expect(seen).toHaveLength(2);
});

test("a report names no password", async () => {
  const { url } = await serve(() => ({ body: upstream }));
  const { drift } = project();
  const { code, stdout, stderr } = await drift("--head", url.replace("//", "//me:secret@"), "--format", "json");
  expect([code, JSON.parse(stdout).head]).toEqual([0, `${url}/`]);
  expect(stdout + stderr).not.toContain("secret");
});
