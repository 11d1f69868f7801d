import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { type Line, nodeOf } from "../helpers/nodes.ts";

export const root: string = join(import.meta.dirname, "../..");

/** The two Nodes that the generator runs on, so far as they can be had. */
export const nodes: readonly { line: Line; node: string }[] = ([20, 24] as const).flatMap((line) => {
  const node = nodeOf(line);
  if (node === undefined) console.error(`Node ${line} is not to be had, so its figures are left out.`);
  return node === undefined ? [] : [{ line, node }];
});

/** What a process took as a whole, and what it said on standard error. */
export interface Took {
  readonly milliseconds: number;
  /** At its most, in megabytes; known where it was asked for. */
  readonly memory: number;
  readonly said: string;
}

/** Says how much memory a process had at most, as its last words. */
const hook = `data:text/javascript,${encodeURIComponent(
  'process.on("exit", () => process.stderr.write("\\nmaxRSS " + process.resourceUsage().maxRSS));',
)}`;

/** Runs a program to its end. */
export function took(node: string, argv: readonly string[], measured: "time" | "memory" = "time"): Took {
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const start = process.hrtime.bigint();
  const given = measured === "memory" ? ["--import", hook, ...argv] : [...argv];
  const { status, stderr } = spawnSync(node, given, { cwd: root, env, encoding: "utf8", maxBuffer: 2 ** 26 });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(`${argv.join(" ")} exited with ${status}: ${stderr}`);
  return { milliseconds, memory: Number(/maxRSS (\d+)/.exec(stderr)?.[1]) / 1024, said: stderr };
}
