import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { isClientFile, readManifest, withManifest } from "../../generator/app/project-files.ts";
import { type ExpectedFiles, readText, type WriteTarget } from "../../generator/files/write-files.ts";
import { fakeClock } from "../helpers/clock.ts";

/** The files of a run: by path below the root, with their texts. */
export type Files = Record<string, string>;

const manifest = "generated/manifest.json";

/** A set of files that has as many as it takes: some are in every set, some in this one only. */
export function filesOf(word: string, count: number): Files {
  const client = new Map<string, string>();
  for (let index = 0; index < count - 2; index++) {
    const name = index % 4 === 3 ? `${word}${index}` : `file${index}`;
    client.set(`${index % 3 === 0 ? "runtime/" : ""}${name}.ts`, `${word} ${index}\n`.repeat(200));
  }
  const generated = [...withManifest(client)].map(([path, text]) => [`generated/${path}`, text]);
  return { "spec/api.json": `${word}\n`, "spec/api.lock.json": `locks ${word}\n`, ...Object.fromEntries(generated) };
}

/** What a run wants that is to write these files over what is there. */
export const wanted = (root: string, files: Files): ExpectedFiles => ({
  files: new Map(Object.entries(files)),
  known: new Set([
    "spec/api.json",
    "spec/api.lock.json",
    ...readManifest(readText(join(root, manifest))).map((path) => `generated/${path}`),
  ]),
});

const isOwnFile = (path: string): boolean =>
  ["spec/api.json", "spec/api.lock.json"].includes(path) ||
  (path.startsWith("generated/") && isClientFile(path.slice("generated/".length)));

/** A place whose waits take no time. */
export const place = (root: string, rest: Partial<WriteTarget> = {}): WriteTarget => ({
  root,
  isOwnFile,
  notice: () => {},
  clock: fakeClock(),
  ...rest,
});

/** Makes a folder with these files, and has it taken away again. */
export function folderWith(files: Files, onEnd: (work: () => void) => void): string {
  const root = mkdtempSync(join(tmpdir(), "writer-"));
  onEnd(() => rmSync(root, { recursive: true, force: true }));
  put(root, files);
  return root;
}

export function put(root: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** Every file below a folder, with its text, and every empty folder. */
export function contents(root: string): Files {
  const found: Files = {};
  const walk = (below: string): void => {
    const entries = readdirSync(join(root, below), { withFileTypes: true });
    if (entries.length === 0 && below !== "") found[`${below}/`] = "";
    for (const entry of entries) {
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else found[path] = entry.isFile() ? readFileSync(join(root, path), "utf8") : "not a file";
    }
  };
  walk("");
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The same without what a run has lying about while it works. */
export const settled = (root: string): Files =>
  Object.fromEntries(Object.entries(contents(root)).filter(([path]) => !path.endsWith(".tmp") && !path.endsWith("/")));

export const sameFiles = (a: Files, b: Files): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.keys(a).every((path) => a[path] === b[path]);
