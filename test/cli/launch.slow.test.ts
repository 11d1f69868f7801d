import { execFileSync } from "node:child_process";
import { appendFileSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { nodeOf } from "../helpers/nodes.ts";
import { apart, launched, project, snapshot } from "../helpers/project.ts";

const nothing = { code: 0, stdout: "no drift: nothing changed for callers\n" };

describe("the launcher's cache is never in the way", () => {
  test("it is made on the first run, used on the next, and made again when it is gone", async () => {
    const { drift, cache } = launched(apart());
    expect(await drift("--head", snapshot)).toMatchObject(nothing);
    const [bundle = ""] = readdirSync(join(cache, "account-client"));
    expect(await drift("--head", snapshot)).toMatchObject(nothing);
    expect(readdirSync(join(cache, "account-client"))).toEqual([bundle]);
    rmSync(cache, { recursive: true });
    expect(await drift("--head", snapshot)).toMatchObject(nothing);
    expect(readdirSync(join(cache, "account-client"))).toEqual([bundle]);
  });

  test("an edit of the generator counts from the next run on", async () => {
    const { folder, drift } = launched(apart());
    expect(await drift("--head", snapshot)).toMatchObject({ ...nothing, stderr: "" });
    appendFileSync(join(folder, "generator/main.ts"), 'process.stderr.write("edited\\n");\n');
    expect(await drift("--head", snapshot)).toMatchObject({ ...nothing, stderr: "edited\n" });
  });

  test("so does one that keeps its length and its date", async () => {
    const { folder, drift } = launched(apart());
    const file = join(folder, "generator/diff/reports/summarize.ts");
    expect(await drift("--head", snapshot)).toMatchObject(nothing);
    const { atime, mtime } = statSync(file);
    writeFileSync(file, readFileSync(file, "utf8").replace("nothing changed", "NOTHING CHANGED"));
    utimesSync(file, atime, mtime);
    expect((await drift("--head", snapshot)).stdout).toBe("no drift: NOTHING CHANGED for callers\n");
  });

  test("one that is damaged is made again", async () => {
    const { drift, cache } = launched(apart());
    expect(await drift("--head", snapshot)).toMatchObject(nothing);
    const [bundle = ""] = readdirSync(join(cache, "account-client"));
    for (const name of readdirSync(join(cache, "account-client", bundle)).filter((name) => name.startsWith("chunk")))
      rmSync(join(cache, "account-client", bundle, name));
    expect(await drift("--head", snapshot)).toMatchObject({ ...nothing, stderr: "" });
    expect(await drift("--head", snapshot)).toMatchObject({ ...nothing, stderr: "" });
  });

  test("without the installed packages it says what to do", async () => {
    const { folder, drift } = launched(apart());
    rmSync(join(folder, "node_modules"), { recursive: true });
    const { code, stderr } = await drift("--head", snapshot);
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/^error\[NOT_INSTALLED\] at .*Run `npm ci` in the project\.\n$/),
    ]);
  });

  test("where it cannot be written, the sources are run", async () => {
    const { drift, cache } = launched(apart());
    writeFileSync(cache, "a file in the place of the folder");
    expect(await drift("--head", snapshot)).toMatchObject(nothing);
  });

  test("many that start at once do not get in each other's way", async () => {
    const { drift } = launched(apart());
    const all = await Promise.all(Array.from({ length: 6 }, () => drift("--head", snapshot)));
    for (const ran of all) expect(ran).toMatchObject(nothing);
  });

  const node = nodeOf(24);
  test.skipIf(!node)("Node 24 needs no loader", () => {
    const { folder } = launched(apart());
    const run = () =>
      execFileSync(String(node), ["generator/run.mjs", "drift", "--head", snapshot], {
        cwd: folder,
        encoding: "utf8",
      });
    expect([run(), run()]).toEqual([nothing.stdout, nothing.stdout]);
  });
});

test("drift loads neither a compiler nor what prints clients", async () => {
  const { folder, drift } = launched(project());
  await drift("--help"); // the first run bundles the sources
  const coverage = join(folder, "coverage");
  const env = { ...process.env, NODE_V8_COVERAGE: coverage };
  execFileSync(process.execPath, ["generator/run.mjs", "drift", "--head", snapshot], { cwd: folder, env });
  const loaded = readdirSync(coverage).flatMap((file) =>
    JSON.parse(readFileSync(join(coverage, file), "utf8")).result.map(({ url }: { url: string }) => url),
  );
  expect(loaded.some((url) => url.includes("account-client"))).toBe(true);
  expect(
    loaded.filter((url) => /node_modules.(?:typescript|ts-morph|openapi-typescript|@ts-morph|tsx|esbuild)\b/.test(url)),
  ).toEqual([]);
});
