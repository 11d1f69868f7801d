import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { datedFiles, loadDocument, loadFromGit } from "../../generator/download/load.ts";
import { GeneratorError } from "../../generator/util/errors.ts";
import { parsed, text } from "./upstream.ts";

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "file-"));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** A file with these bytes. */
function file(bytes: string | Buffer): string {
  const path = join(folder(), "api.json");
  writeFileSync(path, bytes);
  return path;
}

/** A pipe that another process writes into, for as long as somebody reads. */
function pipe(bytes: string): string {
  const from = file(bytes);
  const path = `${from}.pipe`;
  execFileSync("mkfifo", [path]);
  const writer = spawn("sh", ["-c", 'cat "$0" > "$1"', from, path], { stdio: "ignore" });
  onTestFinished(() => void writer.kill("SIGKILL"));
  return path;
}

const message = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "nothing is wrong",
    (error) => {
      if (!(error instanceof GeneratorError)) throw error ?? new Error("nothing was thrown, and thrown it was");
      return error.message;
    },
  );

describe("a file", () => {
  test.each<{ name: string; path: () => string; bytes: number; source: string }>([
    { name: "of JSON", path: () => file(text), bytes: 30, source: "api.json" },
    { name: "that is packed", path: () => file(gzipSync(text)), bytes: 30, source: "api.json" },
    { name: "that is a pipe", path: () => pipe(text), bytes: 30, source: "api.json.pipe" },
    {
      name: "that is a long pipe",
      path: () => pipe(text + " ".repeat(3_000_000)),
      bytes: 3_000_030,
      source: "api.json.pipe",
    },
  ])("$name is read", async ({ path, bytes, source }) => {
    expect(await loadDocument(path())).toEqual({ document: parsed, source, from: "file", bytes });
  });

  const tooMuch = "the document is larger than 1 kB. No API document is that large: check the source.";
  test.each<{ name: string; path: () => string; want: string }>([
    {
      name: "that is not there",
      path: () => "gone/api.json",
      want: "/gone/api.json cannot be read (ENOENT). Check the path.",
    },
    { name: "that is a folder", path: folder, want: "cannot be read (EISDIR)" },
    { name: "that is too large", path: () => file("x".repeat(1000)), want: tooMuch },
    { name: "that is too large once unpacked", path: () => file(gzipSync(" ".repeat(10_000))), want: tooMuch },
    { name: "that is an endless pipe", path: () => "/dev/zero", want: tooMuch },
    {
      name: "that is half packed",
      path: () => file(gzipSync(text).subarray(0, 20)),
      want: "the gzip data is damaged or truncated. Download the document again.",
    },
    { name: "that is empty", path: () => file(" \n"), want: "SOURCE_EMPTY" },
    { name: "that only goes on as if packed", path: () => file(Buffer.from([0x41, 0x8b])), want: "not UTF-8" },
    { name: "that only starts as if packed", path: () => file(Buffer.from([0x1f, 0x20, 0xff])), want: "not UTF-8" },
  ])("$name is refused", async ({ path, want }) => {
    expect(await message(loadDocument(path(), { limits: { maxBytes: 999 } }))).toContain(want);
  });

  test("that is as large as may be is read", async () => {
    expect(await message(loadDocument(file(text), { limits: { maxBytes: text.length } }))).toBe("nothing is wrong");
    expect(await message(loadDocument(pipe(text), { limits: { maxBytes: text.length } }))).toBe("nothing is wrong");
    expect(await message(loadDocument(file(text), { limits: { maxBytes: text.length - 1 } }))).toContain(
      "SOURCE_TOO_LARGE",
    );
  });

  test("may have two equal keys where it is only compared", async () => {
    const path = file('{"a":1,"a":2}');
    expect(await message(loadDocument(path))).toContain("SOURCE_DUPLICATE_KEY");
    expect((await loadDocument(path, { trusting: true })).document).toEqual({ a: 2 });
  });
});

describe("a file of a commit", () => {
  /** A repository that git finds by its environment, with two commits. */
  function repository(): void {
    const root = folder();
    const git = (...args: string[]) =>
      execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b.test", ...args], { cwd: root });
    git("init", "-q");
    for (const title of ["one", "two"]) {
      writeFileSync(join(root, "api.json"), `{"title":"${title}"}`);
      git("add", ".");
      git("commit", "-qm", title);
    }
    vi.stubEnv("GIT_DIR", join(root, ".git"));
    onTestFinished(() => void vi.unstubAllEnvs());
  }

  test("is as it was then", async () => {
    repository();
    expect(await loadFromGit("HEAD", "api.json")).toEqual({
      document: { title: "two" },
      source: "git:HEAD",
      from: "file",
      bytes: 15,
    });
    expect((await loadFromGit("HEAD~1", "api.json")).document).toEqual({ title: "one" });
  });

  test.each([
    {
      ref: "HEAD",
      path: "gone.json",
      want: /^error\[SOURCE_UNREADABLE\] at git:HEAD: git has no gone\.json there \(fatal: [^\n]*\)\. Check the ref, and fetch it if necessary\.$/,
    },
    {
      ref: "--textconv",
      path: "api.json",
      want: /^error\[SOURCE_UNREADABLE\] at git:--textconv: git has no api\.json there \(fatal: [^\n]*\)/,
    },
  ])("$path at $ref is not there", async ({ ref, path, want }) => {
    repository();
    expect(await message(loadFromGit(ref, path))).toMatch(want);
  });

  test("is not to be had without git", async () => {
    vi.stubEnv("PATH", "");
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(await message(loadFromGit("HEAD", "api.json"))).toContain("git has no api.json there (ENOENT).");
  });
});

describe("dated copies", () => {
  test("are in the order of their dates, whatever they are called", () => {
    const root = folder();
    const names = [
      "b-2026-01-02.json",
      "a_20260102.yaml.gz",
      "z2025-12-31T10.json",
      "2026-1-03.json",
      "20260103.txt",
      "20260104.yml",
      "20260105.json.bak",
      "readme.json",
    ];
    for (const name of names) writeFileSync(join(root, name), "");
    mkdirSync(join(root, "folder"));
    expect(datedFiles(root)).toEqual(
      ["z2025-12-31T10.json", "a_20260102.yaml.gz", "b-2026-01-02.json", "20260104.yml"].map((name) =>
        join(root, name),
      ),
    );
  });

  test("in a folder that is not there", async () => {
    expect(await message(Promise.resolve().then(() => datedFiles("gone")))).toBe(
      "error[SOURCE_UNREADABLE] at gone: the folder cannot be read (ENOENT). Check the path.",
    );
  });
});
