import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { large } from "./documents.ts";
import { median } from "./median.ts";
import { took } from "./processes.ts";

/** What every program has to do that looks at two documents: start, read, parse. */
const bare = 'for (const file of process.argv.slice(1)) JSON.parse(require("node:fs").readFileSync(file, "utf8"))';

/** How much longer than the bare program `drift` takes as a whole process, where nothing and where something changed. */
export interface DriftRatios {
  readonly same: number;
  readonly changed: number;
}

/** The medians of rounds in which both run in turn, on one Node. */
export function driftRatios(node: string, rounds: number): DriftRatios {
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
    const time = (argv: string[]): number => took(node, argv).milliseconds;
    const ours = (head: string): number =>
      time(["generator/run.mjs", "drift", "--base", base, "--head", head, "--fail-on", "never"]);
    ours(same); // Makes the bundle.
    const all = Array.from({ length: rounds }, () => {
      const [onSame, bareTime, onChanged] = [ours(same), time(["-e", bare, base, same]), ours(changed)];
      return { same: onSame / bareTime, changed: onChanged / bareTime };
    });
    return { same: median(all.map((round) => round.same)), changed: median(all.map((round) => round.changed)) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
