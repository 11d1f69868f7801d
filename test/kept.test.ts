import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { cacheFile } from "../generator/files/write-atomic.ts";

const start = new Date(Date.UTC(2026, 0, 1));

/** A folder with files of this many days of age, all of them older than what is written now. */
function folderWith(ages: Readonly<Record<string, number>>): string {
  const folder = mkdtempSync(join(tmpdir(), "kept-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, days] of Object.entries(ages)) {
    writeFileSync(join(folder, name), name);
    utimesSync(join(folder, name), start, new Date(start.getTime() - days * 24 * 60 * 60 * 1000));
  }
  return folder;
}

test.each<{ what: string; ages: Record<string, number>; most: number; left: string[] }>([
  { what: "there is room", ages: { a: 1, b: 2 }, most: 3, left: ["a", "b", "new"] },
  { what: "one is too many", ages: { a: 1, b: 3, c: 2 }, most: 3, left: ["a", "c", "new"] },
  { what: "many are", ages: { a: 3, b: 2, c: 1 }, most: 1, left: ["new"] },
  { what: "it is there already", ages: { a: 1, new: 9 }, most: 2, left: ["a", "new"] },
])("of all that are kept the newest stay, when $what", ({ ages, most, left }) => {
  const folder = folderWith(ages);
  cacheFile(folder, "new", "text", most);
  expect(readdirSync(folder).sort()).toEqual(left);
  expect(readFileSync(join(folder, "new"), "utf8")).toBe("text");
});

test("a link to nothing has no date, and goes first", () => {
  const folder = folderWith({ a: 999 });
  symlinkSync("gone", join(folder, "0"));
  cacheFile(folder, "new", "text", 2);
  expect(readdirSync(folder).sort()).toEqual(["a", "new"]);
});

test("the folder is made, with those around it", () => {
  const folder = join(folderWith({}), "a/b");
  cacheFile(folder, "new", "text", 1);
  expect(readdirSync(folder)).toEqual(["new"]);
});

test("what cannot take its place leaves nothing behind", () => {
  const folder = folderWith({});
  mkdirSync(join(folder, "new/full"), { recursive: true });
  cacheFile(folder, "new", "text", 1);
  expect(readdirSync(folder)).toEqual(["new"]);
  expect(readdirSync(join(folder, "new"))).toEqual(["full"]);
});

test("where no folder can be, nothing is kept and nothing fails", () => {
  const folder = join(folderWith({ a: 0 }), "a");
  cacheFile(folder, "new", "text", 1);
  expect(readFileSync(folder, "utf8")).toBe("a");
});
