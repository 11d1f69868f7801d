import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createFile, disk } from "../../generator/files/disk.ts";
import { journalName } from "../../generator/files/journal.ts";
import { inspectPath } from "../../generator/files/plan-changes.ts";
import { readFolder, recoverInterruptedRun } from "../../generator/files/write-files.ts";
import { refusal } from "../helpers/refusal.ts";
import { folderWith, place } from "./sets.ts";

test.each<{ name: string; make: (path: string) => void; ask: string; want: string }>([
  {
    name: "a link",
    make: (path) => symlinkSync("elsewhere", path),
    ask: "a",
    want: "error[OUTPUT_SYMLINK] at {}: this is a symbolic link, which is not followed. Replace it by the file or folder itself, or pass the folder that it leads to as --out.",
  },
  {
    name: "a folder for a file",
    make: (path) => mkdirSync(path),
    ask: "a",
    want: "error[OUTPUT_BLOCKED] at {}: this is a folder instead of a file. Move it away.",
  },
  {
    name: "a file for a folder",
    make: (path) => writeFileSync(path, ""),
    ask: "a/b",
    want: "error[OUTPUT_BLOCKED] at {}: this is a file instead of a folder. Move it away.",
  },
])("$name is named, with what to do", ({ make, ask, want }) => {
  const root = folderWith({}, onTestFinished);
  make(join(root, "a"));
  expect(refusal(() => inspectPath(disk, root, ask))).toBe(want.replace("{}", join(root, "a")));
});

test("so is what has come into the place of a file that is to be made", () => {
  const path = join(folderWith({ a: "mine" }, onTestFinished), "a");
  expect(refusal(() => createFile(disk, path, "new"))).toBe(
    `error[OUTPUT_BLOCKED] at ${path}: the path exists already. Move it away.`,
  );
});

test("so is a journal of somebody else", async () => {
  const root = folderWith({ [journalName]: "{}" }, onTestFinished);
  const error = await recoverInterruptedRun(place(root), []).catch((error) => error);
  expect(error.message).toBe(
    `error[OUTPUT_INTERRUPTED] at ${join(root, journalName)}: this is the journal of an interrupted run, but no run with this config could have written it. Run with the config of that run, or restore the files from version control and delete this file.`,
  );
});

test("of a folder, the TypeScript files are read, in order", () => {
  const root = folderWith({ "b.ts": "2", "a.ts": "é", "B.ts": "1", "a.json": "", ".ts.bak": "" }, onTestFinished);
  expect([...readFolder(root)]).toEqual([
    ["B.ts", "1"],
    ["a.ts", "é"],
    ["b.ts", "2"],
  ]);
});
