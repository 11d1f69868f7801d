import type { Host, Output } from "../../generator/app/host.ts";
import { run } from "../../generator/main.ts";
import { fakeClock } from "./clock.ts";

/** What a run of the command line left behind. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A stream that keeps what is written to it. */
export function recorder(): Output & { readonly text: () => string } {
  const written: string[] = [];
  return { write: (text) => written.push(text), text: () => written.join("") };
}

/** A host for tests, whose waits take no time. */
export const hostIn = (installed: Pick<Host, "folder" | "home" | "state">): Host => ({
  ...installed,
  environment: { ...process.env, DEBUG: "" },
  stdout: recorder(),
  stderr: recorder(),
  clock: fakeClock(),
  today: "2026-01-01",
});

/** Runs a command in this process: that of the sources, or of a bundle of them. */
export async function runIn(
  installed: Pick<Host, "folder" | "home" | "state">,
  argv: readonly string[],
  by: typeof run = run,
): Promise<Ran> {
  const [stdout, stderr] = [recorder(), recorder()];
  const code = await by(argv, { ...hostIn(installed), stdout, stderr });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}
