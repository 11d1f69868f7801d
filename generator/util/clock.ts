import { setTimeout as sleep } from "node:timers/promises";

/** How code that waits knows the time. */
export interface Clock {
  /** Returns milliseconds since some moment in the past. */
  readonly now: () => number;
  /** Waits this many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<unknown>;
}

/** The clock of this machine. */
export const clock: Clock = { now: () => performance.now(), wait: sleep };
