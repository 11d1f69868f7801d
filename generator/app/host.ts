import type { Environment } from "../download/transport.ts";
import { type Clock, clock } from "../util/clock.ts";

/** A stream that a command prints to, such as `process.stdout`. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
  hasColors?(): boolean;
}

/**
 * Everything that a command takes from its process. Commands with their own hosts can run side by side in one process.
 */
export interface Host {
  /** The folder that relative paths start from. */
  readonly folder: string;
  readonly environment: Environment;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly clock: Clock;
  /** Today as an ISO 8601 date, such as `2026-12-31`. */
  readonly today: string;
  /** The folder that the generator is installed in: it holds `templates/` and `node_modules/`. */
  readonly home: string;
  /** Identifies the state of the generator and its packages. Runs without it are not cached. */
  readonly state?: string | undefined;
}

/** Returns the host of the only command of a process. */
export const processHost = (installed: Pick<Host, "home" | "state">): Host => ({
  ...installed,
  folder: process.cwd(),
  environment: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  clock,
  today: isoDate(new Date()),
});

/** Formats the local date as ISO 8601. */
function isoDate(date: Date): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
