import { appendFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { project, snapshot, upstream } from "../helpers/project.ts";

describe("what is committed is what would be generated", () => {
  test.each([["--offline"], ["--check", "--offline"]])("generate %s changes nothing", async (...args) => {
    const { generate, files } = project();
    const before = files();
    expect(await generate(...args)).toMatchObject({
      code: 0,
      stdout: args.includes("--check") ? "up to date\n" : "no change\n",
    });
    expect(files()).toEqual(before);
  });

  test.each([
    { edited: "generated/enums.ts", stale: "generated/enums.ts" },
    { edited: "generated/runtime/call.ts", stale: "generated/runtime/call.ts" },
    { edited: "generated/model.json", stale: "generated/model.json" },
    { edited: "templates/paginate.ts", stale: "generated/runtime/paginate.ts" },
    { edited: snapshot, stale: snapshot },
  ])("--check tells an edit of $edited, and generate mends it", async ({ edited, stale }) => {
    const { folder, generate } = project({ owns: true });
    appendFileSync(join(folder, edited), "\n");
    expect(await generate("--check", "--offline")).toMatchObject({
      code: 1,
      stdout: `stale: ${stale}\nRun \`npm run generate -- --offline\`, and commit the result.\n`,
    });
    expect(await generate("--offline")).toMatchObject({ code: 0, stdout: `wrote ${stale}\n` });
    expect(await generate("--check", "--offline")).toMatchObject({ code: 0 });
  });

  test.each([
    { args: ["--source", snapshot], command: `npm run generate -- --source ${snapshot}` },
    { args: ["--offline", "--out", "it's/$c"], command: "npm run generate -- --offline --out 'it'\\''s/$c'" },
  ])("--check names the run that mends what it finds with $args", async ({ args, command }) => {
    const { folder, generate } = project();
    rmSync(join(folder, "generated/types.ts"));
    const { stdout } = await generate("--check", ...args);
    expect(stdout.split("\n").at(-2)).toBe(`Run \`${command}\`, and commit the result.`);
  });

  test("--check tells a file that is missing", async () => {
    const { folder, generate } = project();
    rmSync(join(folder, "generated/types.ts"));
    expect(await generate("--check", "--offline")).toMatchObject({
      code: 1,
      stdout: expect.stringContaining("stale: generated/types.ts\n"),
    });
  });

  test("--check tells a file that is no longer needed, and generate takes it away", async () => {
    const { folder, generate, files } = project({ owns: true });
    rmSync(join(folder, "templates/enums.ts"));
    writeFileSync(join(folder, "generated/mine.txt"), "mine");
    expect(await generate("--check", "--offline")).toMatchObject({
      code: 1,
      stdout: expect.stringContaining("stale: generated/manifest.json\nstale: generated/runtime/enums.ts\n"),
    });
    expect((await generate("--offline")).code).toBe(0);
    expect(Object.keys(files())).not.toContain("generated/runtime/enums.ts");
    expect(files()["generated/mine.txt"]).toBe("mine");
    expect((await generate("--check", "--offline")).code).toBe(0);
  });

  test("a list of files that was tampered with takes nothing else away", async () => {
    const { folder, generate, files } = project();
    writeFileSync(
      join(folder, "generated/manifest.json"),
      JSON.stringify({ files: ["../package.json", "../spec/x.json", "/etc/passwd", 7] }),
    );
    expect((await generate("--offline")).stdout).toBe("wrote generated/manifest.json\n");
    expect(Object.keys(files())).toContain("spec/api_v2.lock.json");
  });

  test("a client that is generated elsewhere keeps its origin; without a lock it is unknown", async () => {
    const { folder, generate, files } = project();
    await generate("--offline", "--out", "there");
    expect(files("there")["spec/api_v2.lock.json"]).toBe(files()["spec/api_v2.lock.json"]);
    rmSync(join(folder, "spec/api_v2.lock.json"));
    await generate("--offline");
    expect(JSON.parse(files()["spec/api_v2.lock.json"] ?? "")).toMatchObject({ obtained: "unknown" });
  });

  test("a snapshot that is edited in earnest is generated from, and the lock says so", async () => {
    const { folder, generate, files } = project();
    writeFileSync(join(folder, snapshot), upstream);
    const checked = await generate("--check", "--offline");
    expect(checked).toMatchObject({ code: 1, stdout: expect.stringMatching(/^(?:stale: .+\n)+$/) });
    expect(checked.stderr).toContain(
      `${snapshot} differs from spec/api_v2.lock.json. Restore both from git; a correction of the document belongs in an overlay.\n`,
    );
    expect((await generate("--offline")).code).toBe(0);
    expect(files()["generated/index.ts"]).toContain("/** A mailbox. */");
    expect(JSON.parse(files()["spec/api_v2.lock.json"] ?? "")).toMatchObject({
      source: "https://api.instantly.ai/openapi/api_v2.json",
      obtained: "edited by hand",
    });
    const { code, stderr } = await generate("--check", "--offline");
    expect([code, stderr.includes("recorded")]).toEqual([0, false]);
  });

  test.each([
    { name: "a conflict in it", edit: (text: string) => text.replace("{", "{\n<<<<<<< HEAD") },
    { name: "nothing in it", edit: () => "" },
  ])("a snapshot with $name is not blamed on the API", async ({ edit }) => {
    const { folder, generate, drift } = project();
    writeFileSync(join(folder, snapshot), edit(upstream));
    for (const run of [() => generate("--check", "--offline"), () => drift("--head", "package.json")])
      expect(await run()).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(/^error\[SOURCE_\w+\] at \S*api_v2\.account\.json: .*\. Restore it from git\.$/m),
      });
  });
});
