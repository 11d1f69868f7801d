import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { baseline, project, snapshot, upstream } from "../helpers/project.ts";
import { serve } from "../helpers/server.ts";

/** The snapshot with an enum value more, which is risky, and with a field less, which is breaking. */
const grown = baseline
  .replace('"AIRMAIL"', '"AIRMAIL"')
  .replace(/("enum": \[\s+)1,(\s+)2,(\s+)3,/, "$11,$22,$33,$2 99,");
const docs = upstream;
const gone = (() => {
  const document = JSON.parse(baseline);
  delete document.components.schemas.Account.properties.first_name;
  return JSON.stringify(document);
})();

const git = (folder: string, ...args: string[]) =>
  execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b.test", ...args], { cwd: folder, stdio: "pipe" });

describe("drift", () => {
  test("of nothing is one line", async () => {
    const { drift } = project();
    expect(await drift("--head", snapshot)).toEqual({
      code: 0,
      stdout: "no drift: nothing changed for callers\n",
      stderr: "",
    });
  });

  test.each([
    { head: docs, failOn: undefined, level: "docs", code: 0 },
    { head: docs, failOn: "any", level: "docs", code: 1 },
    { head: docs, failOn: "docs", level: "docs", code: 1 },
    { head: docs, failOn: "additive", level: "docs", code: 0 },
    { head: grown, failOn: undefined, level: "risky", code: 0 },
    { head: grown, failOn: "risky", level: "risky", code: 1 },
    { head: gone, failOn: undefined, level: "breaking", code: 1 },
    { head: gone, failOn: "never", level: "breaking", code: 0 },
    { head: baseline, failOn: "any", level: "none", code: 0 },
  ])("of level $level with --fail-on $failOn exits $code", async ({ head, failOn, level, code }) => {
    const { folder, drift } = project();
    writeFileSync(join(folder, "head.json"), head);
    const ran = await drift("--head", "head.json", "--format", "json", ...(failOn ? ["--fail-on", failOn] : []));
    expect({ code: ran.code, stderr: ran.stderr, ...JSON.parse(ran.stdout) }).toMatchObject({
      code,
      stderr: "",
      base: snapshot,
      head: "head.json",
      level,
    });
  });

  test("takes any of the forms that a document comes in", async () => {
    const { folder, drift } = project();
    writeFileSync(join(folder, "a.yaml"), `\uFEFF${stringify(JSON.parse(baseline))}`);
    writeFileSync(join(folder, "b.json.gz"), gzipSync(baseline));
    const { url } = await serve(() => ({ body: baseline }));
    for (const head of ["a.yaml", "b.json.gz", `${url}/api.json`])
      expect(await drift("--head", head)).toMatchObject({ code: 0, stdout: expect.stringContaining("no drift") });
  });

  test("takes the snapshot that git has at a commit", async () => {
    const { folder, drift } = project();
    git(folder, "init", "-q");
    git(folder, "add", "spec");
    git(folder, "commit", "-qm", "one");
    writeFileSync(join(folder, snapshot), docs);
    expect(await drift("--base", "git:HEAD", "--head", snapshot)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("docs: 1 docs change (semver patch)"),
    });
    for (const ref of ["nowhere", "-x", "HEAD~5"])
      expect(await drift("--base", `git:${ref}`, "--head", snapshot)).toMatchObject({
        code: 2,
        stderr: expect.stringContaining(`error[SOURCE_UNREADABLE] at git:${ref}: git has no ${snapshot} there`),
      });
  });

  test("knows exports by the names that they have in the client at a commit", async () => {
    const { folder, drift, generate } = project();
    const kinds = async (...args: string[]) => {
      const { stdout } = await drift("--base", "git:HEAD", "--format", "json", "--fail-on", "never", ...args);
      return JSON.parse(stdout).changes.map(({ kind, before, after }: Record<string, string>) => [kind, before, after]);
    };
    git(folder, "init", "-q");
    git(folder, "add", "spec", "generated");
    git(folder, "commit", "-qm", "one");
    const enumNames = { AccountStatus: "State", EnableWarmupForAccountsFilter: "AccountFilter" };
    const enumMembers = { AccountWarmupStatus: { 1: "On" } };
    writeFileSync(join(folder, "config.json"), JSON.stringify({ enumNames, enumMembers }));
    writeFileSync(join(folder, "member.json"), JSON.stringify({ enumMembers }));
    const want = [
      ["enum-member-renamed", "Active", "On"],
      ["enum-renamed", "AccountStatus", "State"],
    ];
    expect(await kinds("--head", snapshot)).toEqual([]);
    expect(await kinds("--head", snapshot, "--config", "config.json")).toEqual(want);
    expect(await kinds("--head", snapshot, "--config", "member.json")).toEqual(want.slice(0, 1));
    expect((await generate("--offline", "--config", "config.json")).code).toBe(0);
    git(folder, "commit", "-qam", "two");
    expect(await kinds("--head", snapshot, "--config", "config.json")).toEqual([]);
    expect(await kinds("--base", "git:HEAD~1", "--head", "git:HEAD")).toEqual(want);
    // A commit without a client has the names of the config.
    git(folder, "rm", "-rq", "--cached", "generated");
    git(folder, "commit", "-qm", "three");
    expect(await kinds("--head", snapshot)).toEqual([]);
  });

  test("writes its report where it is told", async () => {
    const { folder, drift } = project();
    const ran = await drift("--head", snapshot, "--format", "html", "--output", "reports/drift.html");
    expect(ran).toEqual({ code: 0, stdout: "", stderr: "wrote reports/drift.html\n" });
    expect(readFileSync(join(folder, "reports/drift.html"), "utf8")).toMatch(/^<!doctype html>/i);
  });

  test("passes over what the config says", async () => {
    const { folder, drift } = project();
    writeFileSync(join(folder, "head.json"), gone);
    const ignore = [{ kind: "property-removed", site: "schema Account: first_name", reason: "not used here" }];
    writeFileSync(join(folder, "config.json"), JSON.stringify({ drift: { ignore } }));
    const ran = await drift("--head", "head.json", "--config", "config.json", "--format", "json");
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.stdout)).toMatchObject({ ignored: [{ kind: "property-removed", reason: "not used here" }] });
    expect(JSON.parse(ran.stdout).changes.filter(({ kind }: { kind: string }) => kind === "property-removed")).toEqual(
      [],
    );
  });

  test("walks dated copies, the oldest first, and tells those that changed something", async () => {
    const { folder, drift } = project();
    const copies = { "2026-01-01": baseline, "2026-01-02": baseline, "2026-01-03": docs, "2026-01-04": gone };
    for (const [date, text] of Object.entries(copies)) writeFileSync(join(folder, "spec", `${date}.json`), text);
    const ran = await drift("--history", "spec", "--format", "json");
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.stdout).history).toMatchObject([
      { base: "2026-01-02", head: "2026-01-03", level: "docs" },
      { base: "2026-01-03", head: "2026-01-04", level: "breaking" },
    ]);
    expect((await drift("--history", "spec", "--fail-on", "breaking")).code).toBe(1);
  });
});

describe("what drift cannot do is said", () => {
  test.each([
    {
      args: ["--format", "pdf"],
      stderr:
        "error[USAGE] at the command line: Option '--format' takes text, markdown, json, github, html, not 'pdf'.",
    },
    {
      args: ["--fail-on", "often"],
      stderr:
        "error[USAGE] at the command line: Option '--fail-on' takes breaking, risky, additive, docs, any, never, not 'often'.",
    },
    {
      args: ["--history", "spec", "--base", snapshot],
      stderr: "error[USAGE] at the command line: Option '--history' excludes '--base' and '--head'.",
    },
    { args: ["--histroy", "spec"], stderr: "error[USAGE] at the command line: Unknown option '--histroy'." },
    { args: ["--head", "nothing.json"], stderr: "error[SOURCE_UNREADABLE] at nothing.json" },
    {
      args: ["--history", "nothing"],
      stderr: "error[SOURCE_UNREADABLE] at nothing: the folder cannot be read (ENOENT).",
    },
    {
      args: ["--history", "templates"],
      stderr: "error[SOURCE_UNREADABLE] at templates: no file with a date in its name",
    },
    {
      args: ["--head", "http://127.0.0.1:1/api.json"],
      stderr: "error[SOURCE_UNREACHABLE] at http://127.0.0.1:1/api.json",
    },
    { args: ["--head", "package.json"], stderr: "error[NOT_OPENAPI] at #" },
  ])("$args", async ({ args, stderr }) => {
    expect(await project().drift(...args)).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining(stderr),
    });
  });

  test("--help says what there is", async () => {
    const { code, stdout } = await project().drift("--help");
    expect(code).toBe(0);
    for (const option of ["--base", "--head", "--format", "--fail-on", "--output", "--history", "--config"])
      expect(stdout).toContain(option);
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });
});

test("generate says what a new snapshot means for callers", async () => {
  const { folder, generate } = project();
  writeFileSync(join(folder, "api.json"), docs);
  const first = await generate("--source", "api.json");
  expect(first.stderr).toContain("drift     docs: 1 docs change (semver patch)\n");
  expect((await generate("--source", "api.json")).stderr).not.toContain("drift");
});
