import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Keeps a file for later runs, whole or not at all, and of all that are kept beside it the newest. Where nothing can be
 * written, nothing is kept, and a run only takes longer.
 *
 * @param most of how many files a folder is kept.
 */
export function keepFile(folder: string, name: string, data: string | Uint8Array, most: number): void {
  const file = join(folder, name);
  const beside = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(beside, data);
    renameSync(beside, file);
    for (const old of newestFirst(folder).slice(most)) rmSync(old, { force: true });
  } catch {
    if (existsSync(beside)) rmSync(beside);
  }
}

/** What another run has taken away meanwhile, and links to nothing, count as the oldest. */
function newestFirst(folder: string): string[] {
  const files = readdirSync(folder).map((name) => join(folder, name));
  const age = new Map(files.map((file) => [file, statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0]));
  return files.sort((a, b) => Number(age.get(b)) - Number(age.get(a)));
}
