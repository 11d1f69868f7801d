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

/** Which of these files are not on disk as they are here. */
export const stale = (root: string, files: ReadonlyMap<string, string>): string[] =>
  [...files].filter(([path, text]) => readText(join(root, path)) !== text).map(([path]) => path);

/**
 * Writes the files that differ and says which. Everything is written beside its target first; only when all of it is
 * there do the new files take the places of the old ones.
 */
export function write(root: string, files: ReadonlyMap<string, string>): string[] {
  const changed = stale(root, files);
  const temporary = changed.map((path) => ({
    path,
    target: join(root, path),
    beside: join(root, `${path}.${process.pid}.tmp`),
  }));
  try {
    for (const { path, target, beside } of temporary) {
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(beside, files.get(path) ?? "");
    }
    for (const { target, beside } of temporary) renameSync(beside, target);
  } catch (error) {
    for (const { beside } of temporary) discard(beside);
    throw new GeneratorError(
      "OUTPUT_UNWRITABLE",
      root,
      `the files cannot be written (${errorCode(error)})`,
      "Check the folder and its permissions",
    );
  }
  return changed;
}

/** Takes a temporary file away. That it cannot be there is no news after what has just gone wrong. */
function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {}
}
