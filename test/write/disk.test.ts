import { existsSync, mkdirSync, openSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { type Disk, disk, diskIn, flushFolder, removeFile } from "../../generator/files/disk.ts";
import { lockName } from "../../generator/files/file-lock.ts";
import { journalName } from "../../generator/files/journal.ts";
import { removeTemporaryFiles } from "../../generator/files/transaction.ts";
import {
  findInterruptedRun,
  lastModifiedMs,
  readFolder,
  readText,
  recoverInterruptedRun,
  writeFiles,
} from "../../generator/files/write-files.ts";
import { refusal } from "../helpers/refusal.ts";
import { faulty, systemError } from "./faults.ts";
import { filesOf, folderWith, place, put, wanted } from "./sets.ts";

const before = filesOf("old", 6);
const after = filesOf("new", 6);

/** A disk that counts what it is asked for, by name, and fails where it is told to. */
function counting(fails: (name: keyof Disk) => string | undefined = () => undefined) {
  const counts = new Map<keyof Disk, number>();
  const { disk } = faulty((_, name) => {
    counts.set(name, (counts.get(name) ?? 0) + 1);
    const code = fails(name);
    if (code !== undefined) throw systemError(code);
  });
  return { disk, count: (name: keyof Disk) => counts.get(name) ?? 0 };
}

describe("what a run opens it closes", () => {
  test.each([
    { name: "when all goes well", code: undefined },
    { name: "when the disk is full", code: "ENOSPC" },
  ])("$name", async ({ code }) => {
    const root = folderWith(before, onTestFinished);
    const { disk, count } = counting((name) => (name === "fsyncSync" ? code : undefined));
    await writeFiles(place(root, { disk, maxWaitMs: 30 }), () => wanted(root, after)).catch(() => {});
    expect(count("openSync")).toBeGreaterThan(0);
    expect(count("closeSync")).toBe(count("openSync"));
  });
});

describe("names in a folder are brought to the disk", () => {
  test.each(["EINVAL", "ENOTSUP", "EISDIR", "ENOENT"])("where the system can: %s is no failure", (code) => {
    const { disk } = counting((name) => (name === "openSync" ? code : undefined));
    expect(refusal(() => flushFolder(disk, "/a"))).toBe("nothing");
  });

  test("where it fails, that is told", () => {
    const { disk } = counting((name) => (name === "openSync" ? "EIO" : undefined));
    expect(refusal(() => flushFolder(disk, "/a"))).toContain("error[OUTPUT_UNWRITABLE] at /a: ");
  });
});

describe("what is gone already", () => {
  test("need not be taken away", () => {
    const root = folderWith({}, onTestFinished);
    expect(refusal(() => removeFile(disk, join(root, "gone")))).toBe("nothing");
    expect(refusal(() => removeTemporaryFiles(disk, root, { token: "a", files: [], folders: ["gone"] }))).toBe(
      "nothing",
    );
  });

  test("has nothing interrupted in it", () => {
    expect(findInterruptedRun(place(join(folderWith({}, onTestFinished), "gone")), [])).toEqual([]);
  });
});

describe("a run that only looks", () => {
  test("tells an interrupted one, and not that someone has the turn", () => {
    const root = folderWith({ [lockName]: "{}" }, onTestFinished);
    expect(findInterruptedRun(place(root), [])).toEqual([]);
    put(root, { [journalName]: "{}" });
    expect(findInterruptedRun(place(root), [])).toEqual([journalName]);
  });

  test("takes no turn where there is nothing to put in order", async () => {
    const root = folderWith(before, onTestFinished);
    const { disk, count } = counting();
    await recoverInterruptedRun(place(root, { disk }), []);
    expect(count("openSync")).toBe(0);
  });
});

describe("a run that writes", () => {
  test("says which files it has changed", async () => {
    const root = folderWith(before, onTestFinished);
    const next = { ...before, "spec/api.json": "next\n" };
    expect(await writeFiles(place(root), () => wanted(root, next))).toEqual(["spec/api.json"]);
  });

  test("has nothing to do where another has just done it", async () => {
    const root = folderWith(before, onTestFinished);
    const { disk, count } = counting();
    let asked = 0;
    const now = () => wanted(root, asked++ === 0 ? after : before);
    expect(await writeFiles(place(root, { disk }), now)).toEqual([]);
    expect(count("renameSync")).toBe(0);
  });
});

test("files are read as texts, and folders in the order of their names", () => {
  const root = folderWith({}, onTestFinished);
  const names = Array.from({ length: 40 }, (_, index) => `${(index * 7) % 40}.ts`);
  for (const name of names) writeFileSync(join(root, name), name);
  mkdirSync(join(root, "runtime"));
  expect([...readFolder(root)]).toEqual([...names].sort().map((name) => [name, name]));
  expect(readText(join(root, "3.ts"))).toBe("3.ts");
  expect(readText(join(root, "gone"))).toBeUndefined();
});

describe("a disk in a folder", () => {
  test("resolves every relative path from there, and keeps other arguments", () => {
    const root = folderWith({}, onTestFinished);
    const inside = diskIn(root);
    inside.mkdirSync("a");
    inside.writeFileSync("a/old.txt", "relative.txt");
    inside.renameSync("a/old.txt", "a/new.txt");
    inside.copyFileSync("a/new.txt", "a/copy.txt");
    expect(readFileSync(join(root, "a/copy.txt"), "utf8")).toBe("relative.txt");
    expect(inside.readdirSync("a").sort()).toEqual(["copy.txt", "new.txt"]);
    const file = inside.openSync("a/open.txt", "wx");
    inside.writeFileSync(file, "a/new.txt");
    inside.closeSync(file);
    expect(inside.readFileSync("a/open.txt", "utf8")).toBe("a/new.txt");
    inside.unlinkSync("a/new.txt");
    expect([existsSync(join(root, "a/new.txt")), existsSync(join(root, "a/copy.txt"))]).toEqual([false, true]);
  });

  test("keeps absolute paths", () => {
    const root = folderWith({}, onTestFinished);
    diskIn("/nowhere").writeFileSync(join(root, "a.txt"), "a");
    expect(readText(join(root, "a.txt"))).toBe("a");
  });

  test("does not close a file that is open under another number", () => {
    const file = openSync(import.meta.filename, "r");
    diskIn("/nowhere").closeSync(file);
    expect(() => disk.closeSync(file)).toThrow("EBADF");
  });
});

describe("the last modification of a folder", () => {
  const at = (root: string, path: string, seconds: number): void => utimesSync(join(root, path), seconds, seconds);

  test("is that of its newest file, also in a folder inside", () => {
    const root = folderWith({ "a.txt": "a", "b/c.txt": "c", "b/d.txt": "d" }, onTestFinished);
    at(root, "a.txt", 1_000);
    at(root, "b/c.txt", 3_000);
    at(root, "b/d.txt", 2_000);
    expect(lastModifiedMs(root)).toBe(3_000_000);
  });

  test("ignores folders", () => {
    const root = folderWith({ "a/b.txt": "b" }, onTestFinished);
    at(root, "a/b.txt", 1_000);
    at(root, "a", 9_000_000_000);
    expect(lastModifiedMs(root)).toBe(1_000_000);
  });

  test("is undefined without a folder", () => {
    expect(lastModifiedMs(join(folderWith({}, onTestFinished), "missing"))).toBeUndefined();
  });
});
