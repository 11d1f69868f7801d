import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { readCachedWarnings, writeRunState } from "../../generator/app/run-cache.ts";
import { readFolder } from "../../generator/files/write-files.ts";

const warnings = [{ code: "OVERRIDE_UNUSED", where: "enumNames/X", what: "matches nothing" }] as const;
const files = new Map([
  ["spec/a.json", "{}\n"],
  ["generated/manifest.json", '{ "files": [] }\n'],
  ...[...readFolder("generated")].map(([name, text]) => [`generated/${name}`, text] as const),
  ...[...readFolder("templates")].map(([name, text]) => [`generated/runtime/${name}`, text] as const),
]);

/** A disk as a run has left it. */
function left() {
  const root = mkdtempSync(join(tmpdir(), "last-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const folder of ["spec", "generated/runtime"]) mkdirSync(join(root, folder), { recursive: true });
  for (const [path, text] of files) writeFileSync(join(root, path), text);
  const run = { root, name: "a", made: "of this", folder: join(root, "cache") };
  writeRunState(run, files, warnings);
  const [name = ""] = readdirSync(run.folder);
  return { root, run, record: join(run.folder, name) };
}

test("what the last run told is told again where nothing has changed", () => {
  const { run } = left();
  expect(readCachedWarnings(run)).toEqual(warnings);
});

describe.each([...files.keys()])("%s", (path) => {
  test.each<{ what: string; change: (file: string) => void }>([
    { what: "edited", change: (file) => appendFileSync(file, " ") },
    { what: "emptied", change: (file) => truncateSync(file) },
    { what: "deleted", change: (file) => rmSync(file) },
    {
      what: "edited with its length and dates kept",
      change: (file) => {
        const { atime, mtime } = statSync(file);
        writeFileSync(file, readFileSync(file, "utf8").replace(/.$/s, "x"));
        utimesSync(file, atime, mtime);
      },
    },
    {
      what: "a link to the same",
      change: (file) => {
        renameSync(file, `${file}.mine`);
        symlinkSync(`${file}.mine`, file);
      },
    },
    {
      what: "a folder",
      change: (file) => {
        rmSync(file);
        mkdirSync(file);
      },
    },
  ])("is not as it was when it is $what", ({ change }) => {
    const { root, run } = left();
    change(join(root, path));
    expect(readCachedWarnings(run)).toBeUndefined();
  });
});

test.each<{ what: string; change: (file: string) => void }>([
  { what: "gone", change: (file) => rmSync(file) },
  { what: "empty", change: (file) => truncateSync(file) },
  { what: "cut off", change: (file) => truncateSync(file, 300) },
  { what: "other JSON", change: (file) => writeFileSync(file, "[1]") },
  { what: "null", change: (file) => writeFileSync(file, "null") },
  { what: "without a file", change: edit(({ paths, ...rest }) => ({ ...rest, paths: paths.slice(1) })) },
  { what: "without files", change: edit((record) => ({ ...record, paths: [] })) },
  { what: "with a path that leads out", change: edit((record) => ({ ...record, paths: ["../x"] })) },
  { what: "without its warnings", change: edit((record) => ({ ...record, warnings: [] })) },
  { what: "of another state", change: edit((record) => ({ ...record, state: "0".repeat(64) })) },
])("a record that is $what is of no use", ({ change }) => {
  const { run, record } = left();
  change(record);
  expect(readCachedWarnings(run)).toBeUndefined();
});

test("it counts what the files were made of, and where", () => {
  const { run } = left();
  expect(readCachedWarnings({ ...run, made: "of that" })).toBeUndefined();
  expect(readCachedWarnings({ ...run, name: "b" })).toBeUndefined();
  expect(readCachedWarnings({ ...run, root: tmpdir() })).toBeUndefined();
});

test("where nothing can be kept, nothing is known", () => {
  const { root, run } = left();
  writeFileSync(join(root, "file"), "");
  const other = { ...run, folder: join(root, "file") };
  writeRunState(other, files, warnings);
  expect(readCachedWarnings(other)).toBeUndefined();
});

interface Record {
  readonly paths: string[];
  readonly warnings: unknown[];
  readonly state: string;
}

function edit(change: (record: Record) => Record): (file: string) => void {
  return (file) => writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, "utf8")))));
}
