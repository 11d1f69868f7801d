import { execFile, execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, onTestFinished, test } from "vitest";
import { isClientFile, readManifest } from "../../generator/app/project-files.ts";
import { lockName } from "../../generator/files/file-lock.ts";
import { doneName, journalName, readJournal } from "../../generator/files/journal.ts";
import {
  findInterruptedRun,
  listStaleFiles,
  recoverInterruptedRun,
  writeFiles,
  writeReport,
} from "../../generator/files/write-files.ts";
import { contents, type Files, filesOf, folderWith, place, put, wanted } from "./sets.ts";

const before = filesOf("old", 9);
const after = filesOf("new", 9);
const hash = "0".repeat(64);
const token = "0123456789abcdef";

const made = (files: Files = before) => {
  const root = folderWith(files, onTestFinished);
  return { root, run: () => writeFiles(place(root), () => wanted(root, after)) };
};

describe("nothing is followed and nothing is written where something else is in the way", () => {
  /** A folder beside the root, with a file of its own. */
  const elsewhere = () => folderWith({ "file0.ts": "not yours", journal: "{}" }, onTestFinished);

  test.each<{ name: string; at: string; swap: (path: string, there: string) => void; code?: string }>([
    { name: "the output folder is a link", at: "generated", swap: (path, there) => symlinkSync(there, path) },
    { name: "a folder below it is a link", at: "generated/runtime", swap: (path, there) => symlinkSync(there, path) },
    { name: "the snapshot's folder is a link", at: "spec", swap: (path, there) => symlinkSync(there, path) },
    {
      name: "a file is a link",
      at: "generated/file1.ts",
      swap: (path, there) => symlinkSync(join(there, "file0.ts"), path),
    },
    { name: "a file is a link to nothing", at: "generated/file1.ts", swap: (path) => symlinkSync("gone", path) },
    { name: "a link goes round", at: "generated/file1.ts", swap: (path) => symlinkSync(path, path) },
    { name: "a file to be removed is a link", at: "generated/runtime/old3.ts", swap: (p, t) => symlinkSync(t, p) },
    { name: "a folder is in a file's place", at: "spec/api.json", swap: (path) => mkdirSync(path), code: "BLOCKED" },
    {
      name: "a file is in a folder's place",
      at: "generated/runtime",
      swap: (p) => writeFileSync(p, ""),
      code: "BLOCKED",
    },
    {
      name: "a pipe is in a file's place",
      at: "generated/file1.ts",
      swap: (path) => execFileSync("mkfifo", [path]),
      code: "BLOCKED",
    },
    { name: "the journal is a link", at: journalName, swap: (p, t) => symlinkSync(join(t, "journal"), p) },
    { name: "the turn is a link", at: lockName, swap: (p, t) => symlinkSync(join(t, "journal"), p) },
  ])("$name", async ({ at, swap, code = "SYMLINK" }) => {
    const { root, run } = made();
    const there = elsewhere();
    const outside = contents(there);
    rmSync(join(root, at), { recursive: true, force: true });
    swap(join(root, at), there);
    const left = contents(root);
    await expect(run()).rejects.toThrow(`error[OUTPUT_${code}] at ${join(root, at)}: `);
    expect([contents(root), contents(there)]).toEqual([left, outside]);
    if (!at.startsWith(".")) expect(() => listStaleFiles(place(root), wanted(root, after))).toThrow(`OUTPUT_${code}`);
  });

  test("a socket", async () => {
    const { root, run } = made();
    rmSync(join(root, "generated/file1.ts"));
    const server = createServer();
    onTestFinished(() => void server.close());
    await new Promise<void>((resolve) => server.listen(join(root, "generated/file1.ts"), resolve));
    await expect(run()).rejects.toThrow("this is neither a file nor a folder instead of a file.");
  });

  test.each(["spec/api.json", "generated/manifest.json"])("what is to be read is a plain file: %s", async (path) => {
    const { root } = made();
    renameSync(join(root, path), join(root, `${path}.real`));
    symlinkSync(join(root, `${path}.real`), join(root, path));
    await expect(recoverInterruptedRun(place(root), [path])).rejects.toThrow("OUTPUT_SYMLINK");
    expect(() => findInterruptedRun(place(root), [path])).toThrow("OUTPUT_SYMLINK");
  });

  test("but the root itself may be a link", async () => {
    const { root } = made();
    const link = join(mkdtempSync(join(tmpdir(), "writer-")), "link");
    onTestFinished(() => rmSync(join(link, ".."), { recursive: true, force: true }));
    symlinkSync(root, link);
    await writeFiles(place(link), () => wanted(link, after));
    expect(contents(root)).toEqual(after);
  });
});

describe("a file that no run has made is not touched", () => {
  test("it stays when nothing of ours is to be there", async () => {
    const mine = { "generated/mine.ts": "mine", "generated/runtime/notes.md": "mine", "spec/other.json": "mine" };
    const { root, run } = made({ ...before, ...mine });
    await run();
    expect(contents(root)).toEqual(Object.fromEntries(Object.entries({ ...after, ...mine }).sort()));
  });

  test("it is not overwritten, and the run says what to do", async () => {
    const { root, run } = made({ ...before, "generated/runtime/new3.ts": "mine" });
    const left = contents(root);
    await expect(run()).rejects.toThrow(
      `error[OUTPUT_FOREIGN] at ${join(root, "generated/runtime/new3.ts")}: this file would be overwritten, but the manifest does not list it as generated. Move it away;`,
    );
    expect(contents(root)).toEqual(left);
    expect(listStaleFiles(place(root), wanted(root, after))).toContain("generated/runtime/new3.ts");
  });

  test.each<{ name: string; files: Files; want: "written" | "refused" }>([
    { name: "a first run", files: {}, want: "written" },
    { name: "a snapshot alone", files: { "spec/api.json": "edited" }, want: "written" },
    { name: "edits of what is generated", files: { ...before, "generated/file1.ts": "edited" }, want: "written" },
    {
      name: "a file with the wanted bytes already",
      files: { ...before, "generated/runtime/new3.ts": after["generated/runtime/new3.ts"] ?? "" },
      want: "written",
    },
    {
      name: "a manifest of something else",
      files: { "generated/manifest.json": '{ "name": "My app", "icons": [] }' },
      want: "refused",
    },
    {
      name: "a manifest that a merge has broken",
      files: { ...before, "generated/manifest.json": "<<<<<<< HEAD\n{}\n" },
      want: "refused",
    },
  ])("$name is $want", async ({ files, want }) => {
    const { root, run } = made(files);
    const left = contents(root);
    const outcome = await run().then(
      () => "written",
      (error) => (error.code === "OUTPUT_FOREIGN" ? "refused" : error),
    );
    expect(outcome).toBe(want);
    expect(contents(root)).toEqual(want === "written" ? after : left);
  });
});

describe("a manifest that someone has tampered with names nothing else", () => {
  test.each([
    "../package.json",
    "../../x.ts",
    "runtime/../../x.ts",
    "/etc/passwd.md",
    "C:/x.ts",
    "runtime\\x.ts",
    "..\\x.ts",
    "./x.ts",
    "runtime//x.ts",
    "other/x.ts",
    "runtime/deep/x.ts",
    ".env.ts",
    "x.ts\n",
    "x.ts\0",
    "x.js",
    "",
    7,
    null,
    { path: "x.ts" },
  ])("%j", (path) => {
    expect(readManifest(JSON.stringify({ files: [path, "ok.ts"] }))).toEqual(["ok.ts", "manifest.json"]);
  });

  test.each(["", "{", "[]", "null", '{ "files": 7 }', '{ "files": { "0": "x.ts" } }'])("%j is no list", (text) => {
    expect(readManifest(text)).toEqual([]);
  });

  test("every file of the committed client is one of ours", () => {
    const { files } = JSON.parse(readFileSync(join(import.meta.dirname, "../../generated/manifest.json"), "utf8"));
    expect(files.filter((path: string) => !isClientFile(path))).toEqual([]);
  });

  test("nor does one that names a file twice, or a file that is wanted", async () => {
    const { root, run } = made();
    put(root, { "generated/manifest.json": JSON.stringify({ files: ["file1.ts", "file1.ts", "old7.ts", "old7.ts"] }) });
    put(root, { "generated/file4.ts": after["generated/file4.ts"] ?? "" });
    for (const path of ["file2.ts", "file5.ts", "runtime/file0.ts", "runtime/file6.ts"])
      rmSync(join(root, "generated", path), { force: true });
    await run();
    expect(contents(root)).toMatchObject(after);
  });
});

describe("a journal that someone has tampered with takes nothing away", () => {
  const entry = { path: "generated/file1.ts", before: hash, after: hash };

  test.each([
    { name: "no JSON", text: "{" },
    { name: "nothing", text: "" },
    { name: "another path", text: { token, folders: [], files: [{ ...entry, path: "package.json" }] } },
    { name: "a path that leads out", text: { token, folders: [], files: [{ ...entry, path: "generated/../x.ts" }] } },
    { name: "an absolute path", text: { token, folders: [], files: [{ ...entry, path: "/etc/hosts" }] } },
    { name: "a token with a path in it", text: { token: "../../../../../x", folders: [], files: [entry] } },
    { name: "no hash", text: { token, folders: [], files: [{ ...entry, before: undefined }] } },
    { name: "another folder", text: { token, folders: ["src"], files: [entry] } },
    { name: "a list that is none", text: { token, folders: [], files: {} } },
  ])("$name", async ({ text }) => {
    const journal = typeof text === "string" ? text : JSON.stringify(text);
    expect(readJournal(journal, place("").isOwnFile)).toBeUndefined();
    const { root, run } = made({ ...before, [journalName]: journal, "package.json": "{}" });
    const left = contents(root);
    await expect(run()).rejects.toThrow(`error[OUTPUT_INTERRUPTED] at ${join(root, journalName)}: `);
    expect(contents(root)).toEqual(left);
  });

  test.each([journalName, doneName])("%s does not lead through a link", async (name) => {
    const journal = JSON.stringify({ token, folders: [], files: [{ ...entry, after: null }] });
    const { root } = made({ [name]: journal });
    const there = folderWith({ [`file1.ts.${token}.new.tmp`]: "not yours" }, onTestFinished);
    symlinkSync(there, join(root, "generated"));
    await expect(recoverInterruptedRun(place(root), [])).rejects.toThrow("OUTPUT_SYMLINK");
    expect(Object.values(contents(there))).toEqual(["not yours"]);
  });

  test("a sound one is read", () => {
    const sound = { token, files: [{ ...entry, before: null }], folders: ["generated"] };
    expect(readJournal(JSON.stringify(sound), place("").isOwnFile)).toEqual(sound);
  });
});

describe("a report", () => {
  test("takes the place of the one before, and leaves nothing beside it", () => {
    const root = folderWith({ "report.md": "old" }, onTestFinished);
    writeReport(join(root, "report.md"), "new");
    writeReport(join(root, "deep/down/report.md"), "new");
    expect(contents(root)).toEqual({ "deep/down/report.md": "new", "report.md": "new" });
  });

  test("goes to where a link leads, and the link stays", () => {
    const root = folderWith({ "real.md": "old" }, onTestFinished);
    symlinkSync("real.md", join(root, "report.md"));
    writeReport(join(root, "report.md"), "new");
    expect(contents(root)).toEqual({ "real.md": "new", "report.md": "not a file" });
  });

  test("may go to a pipe, which stays one", async () => {
    const pipe = join(folderWith({}, onTestFinished), "pipe");
    execFileSync("mkfifo", [pipe]);
    const reader = promisify(execFile)("cat", [pipe]);
    writeReport(pipe, "gone");
    expect([(await reader).stdout, statSync(pipe).isFIFO()]).toEqual(["gone", true]);
  });

  test("that cannot be written says why", () => {
    const root = folderWith({ file: "" }, onTestFinished);
    mkdirSync(join(root, "report.md"));
    expect(() => writeReport(join(root, "report.md"), "x")).toThrow(`error[OUTPUT_BLOCKED] at ${root}/report.md: `);
    expect(() => writeReport(join(root, "file/report.md"), "x")).toThrow("error[OUTPUT_BLOCKED]");
    expect(contents(root)).toEqual({ file: "", "report.md/": "" });
  });
});
