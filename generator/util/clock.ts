import { setTimeout as sleep } from "node:timers/promises";

/** The time, for code that waits. */
export interface Clock {
  /** Returns milliseconds since a fixed moment in the past. */
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<unknown>;
}

/** The clock of this machine. */
export const clock: Clock = { now: () => performance.now(), wait: sleep };
