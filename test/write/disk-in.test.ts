import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type Disk, diskIn, disk as node } from "../../generator/files/disk.ts";

/** A folder with a file and a folder, which are not those of the process. */
function folder(): string {
  const made = realpathSync(mkdtempSync(join(tmpdir(), "disk-in-")));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  writeFileSync(join(made, "file"), "text");
  mkdirSync(join(made, "empty"));
  return made;
}

const names = (at: string): string[] => readdirSync(at).sort();

const rows: { [Name in keyof Disk]: (disk: Disk, at: string) => void } = {
  closeSync: (disk) => disk.closeSync(disk.openSync("file", "r")),
  copyFileSync: (disk, at) => {
    disk.copyFileSync("file", "copy");
    expect(names(at)).toEqual(["copy", "empty", "file"]);
  },
  fsyncSync: (disk) => {
    const file = disk.openSync("file", "r");
    disk.fsyncSync(file);
    disk.closeSync(file);
  },
  lstatSync: (disk) => expect(disk.lstatSync("empty").isDirectory()).toBe(true),
  mkdirSync: (disk, at) => {
    disk.mkdirSync("more");
    expect(names(at)).toContain("more");
  },
  openSync: (disk) => disk.closeSync(disk.openSync("file", "r")),
  readdirSync: (disk) => expect(disk.readdirSync(".").sort()).toEqual(["empty", "file"]),
  readFileSync: (disk) => expect(disk.readFileSync("file", "utf8")).toBe("text"),
  realpathSync: (disk, at) => expect(disk.realpathSync("file")).toBe(join(at, "file")),
  renameSync: (disk, at) => {
    disk.renameSync("file", "other");
    expect(names(at)).toEqual(["empty", "other"]);
  },
  rmdirSync: (disk, at) => {
    disk.rmdirSync("empty");
    expect(names(at)).toEqual(["file"]);
  },
  statSync: (disk) => expect(disk.statSync("file").isFile()).toBe(true),
  unlinkSync: (disk, at) => {
    disk.unlinkSync("file");
    expect(names(at)).toEqual(["empty"]);
  },
  writeFileSync: (disk, at) => {
    disk.writeFileSync("file", "file");
    expect(readFileSync(join(at, "file"), "utf8")).toBe("file");
  },
};

test.each(Object.entries(rows))("%s takes relative paths from its folder", (_, row) => {
  const at = folder();
  row(diskIn(at), at);
});

test("an absolute path stays where it is", () => {
  const at = folder();
  expect(diskIn("/").readFileSync(join(at, "file"), "utf8")).toBe("text");
});

test("every call of the disk has a row", () => {
  expect(Object.keys(rows).sort()).toEqual(Object.keys(node).sort());
});
