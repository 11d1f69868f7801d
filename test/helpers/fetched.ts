import { type ExecFileSyncOptionsWithStringEncoding, execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";

const cache = join(import.meta.dirname, "../../node_modules/.cache/fetched");

/**
 * The path of one file of a package that is too large to be installed for everyone: fetched when it is first asked
 * for, and kept where caches are.
 */
export function fetched(release: string, file: string): string {
  const kept = join(cache, release.replace(/[^\w.]+/g, "-"), basename(file));
  if (existsSync(kept)) return kept;
  const folder = join(cache, String(process.pid));
  mkdirSync(folder, { recursive: true });
  const options: ExecFileSyncOptionsWithStringEncoding = {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  };
  const [{ filename }] = JSON.parse(execFileSync("npm", ["pack", "--json", release], options));
  execFileSync("tar", ["-xzf", filename, `package/${file}`], options);
  mkdirSync(dirname(kept), { recursive: true });
  cpSync(join(folder, "package", file), kept);
  rmSync(folder, { recursive: true });
  return kept;
}
