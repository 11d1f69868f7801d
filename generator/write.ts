import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { errorCode, GeneratorError } from "./errors.ts";

/** The text of a file, or nothing where there is none. */
export function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** The texts of the files in a folder, by name, in code-point order. */
export function readFolder(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
}

/** What a run wants on disk: files with their texts, and files that are to be gone. */
export interface Wanted {
  readonly files: ReadonlyMap<string, string>;
  readonly obsolete: readonly string[];
}

/** Which files are not on disk as they are wanted. */
export const stale = (root: string, { files, obsolete }: Wanted): string[] => [
  ...[...files].filter(([path, text]) => readText(join(root, path)) !== text).map(([path]) => path),
  ...obsolete.filter((path) => readText(join(root, path)) !== undefined),
];

/**
 * Makes the disk as it is wanted and says which files changed. Everything is written beside its target first; only
 * when all of it is there do the new files take the places of the old ones. What goes wrong then is taken back.
 */
export function write(root: string, wanted: Wanted): string[] {
  const changed = stale(root, wanted).map((path) => {
    const target = join(root, path);
    return {
      path,
      target,
      beside: `${target}.${process.pid}.tmp`,
      before: readText(target),
      after: wanted.files.get(path),
    };
  });
  const done: typeof changed = [];
  try {
    for (const { target, beside, after } of changed) {
      mkdirSync(dirname(target), { recursive: true });
      if (after !== undefined) writeFileSync(beside, after);
    }
    for (const change of changed) {
      if (change.after === undefined) rmSync(change.target);
      else renameSync(change.beside, change.target);
      done.push(change);
    }
  } catch (error) {
    for (const { target, before } of done)
      quietly(() => (before === undefined ? rmSync(target) : writeFileSync(target, before)));
    for (const { beside } of changed) quietly(() => rmSync(beside, { force: true }));
    throw new GeneratorError(
      "OUTPUT_UNWRITABLE",
      root,
      `the files cannot be written (${errorCode(error)})`,
      "Check the folder and its permissions",
    );
  }
  return changed.map(({ path }) => path);
}

/** Does what can be done after something has gone wrong already: that is what gets told. */
function quietly(work: () => void): void {
  try {
    work();
  } catch {}
}

/** Writes a report where the caller wants it: whole or not at all. */
export function writeReport(path: string, text: string): void {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(beside, text);
    renameSync(beside, path);
  } catch (error) {
    quietly(() => rmSync(beside, { force: true }));
    throw new GeneratorError(
      "OUTPUT_UNWRITABLE",
      path,
      `the report cannot be written (${errorCode(error)})`,
      "Check the folder and its permissions",
    );
  }
}
