import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sha256 } from "../../generator/util/hash.ts";

/**
 * Writes a client into a folder. Clients with the same runtime share it, by a link to one folder in `runtimes`, so that
 * a compiler reads and checks it once for all of them.
 */
export function writeClient(folder: string, client: ReadonlyMap<string, string>, runtimes: string): void {
  const runtime = [...client].filter(([path]) => path.startsWith("runtime/"));
  const shared = join(runtimes, sha256(JSON.stringify(runtime)).slice(0, 16));
  if (!existsSync(shared))
    for (const [path, text] of runtime) writeFile(join(shared, path.slice("runtime/".length)), text);
  for (const [path, text] of client) if (!path.startsWith("runtime/")) writeFile(join(folder, path), text);
  if (runtime.length > 0) symlinkSync(shared, join(folder, "runtime"));
}

function writeFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
