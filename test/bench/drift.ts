import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { median } from "./median.ts";

const root = join(import.meta.dirname, "../..");

/** What every program has to do that looks at two documents: start, read, parse. */
const bare = 'for (const file of process.argv.slice(1)) JSON.parse(require("node:fs").readFileSync(file, "utf8"))';

/** A document of four megabytes: the newest dated copy where there are any, else the snapshot with 4,000 other paths. */
function large(): string {
  const folder = process.env.SPEC_HISTORY_DIR;
  const newest =
    folder &&
    readdirSync(folder)
      .filter((name) => name.endsWith(".json.gz"))
      .sort()
      .at(-1);
  if (folder && newest) return gunzipSync(readFileSync(join(folder, newest))).toString();
  const snapshot = JSON.parse(readFileSync(join(root, "spec/api_v2.account.json"), "utf8"));
  const [item] = Object.values<Record<string, { operationId: string }>>(snapshot.paths);
  for (let number = 0; number < 4000; number++) {
    const renamed = Object.entries(item ?? {}).map(([method, operation]) => [
      method,
      { ...operation, operationId: `${operation.operationId}${number}` },
    ]);
    snapshot.paths[`/api/v2/others/${number}`] = Object.fromEntries(renamed.slice(0, 1));
  }
  return JSON.stringify(snapshot);
}

/** How much longer than the bare program `drift` takes as a whole process, where nothing and where something changed. */
export interface DriftRatios {
  readonly same: number;
  readonly changed: number;
}

/** The medians of rounds in which both run in turn, on one Node. */
export function driftRatios(node: string): DriftRatios {
  const folder = mkdtempSync(join(tmpdir(), "drift-"));
  try {
    const text = large();
    const write = (name: string, content: string): string => {
      const file = join(folder, name);
      writeFileSync(file, content);
      return file;
    };
    const base = write("base.json", text);
    const same = write("same.json", text.replace(/("example": ?")/g, "$1x"));
    const changed = write("changed.json", text.replace(/("Account":.*?"status":.*?"enum": ?\[\s*1,)/s, "$1 99,"));
    const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
    const time = (argv: string[]): number => {
      const start = process.hrtime.bigint();
      const { status, stderr } = spawnSync(node, argv, { cwd: root, env, encoding: "utf8" });
      if (status !== 0) throw new Error(`${argv.join(" ")} exited with ${status}: ${stderr}`);
      return Number(process.hrtime.bigint() - start);
    };
    const ratio = (head: string): number => {
      const ours = () => time(["generator/run.mjs", "drift", "--base", base, "--head", head, "--fail-on", "never"]);
      const theirs = () => time(["-e", bare, base, head]);
      ours();
      return median(Array.from({ length: 15 }, () => ours() / theirs()));
    };
    return { same: ratio(same), changed: ratio(changed) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
