import { beforeEach, vi } from "vitest";

/**
 * Stands in for `node:timers/promises`, so that waits of the code under test are counted and take no time. A test file
 * asks for it before all imports:
 *
 *     vi.mock("node:timers/promises", () => import("../helpers/waits.ts"));
 */

/** The waits of the current test, in milliseconds. */
export const waits: number[] = [];

/** What happens after each wait, with the number of waits so far. */
export const during: { wait: ((count: number) => void) | undefined } = { wait: undefined };

beforeEach(() => {
  waits.length = 0;
  during.wait = undefined;
});

/** A wait: it lets a fake clock run, and nothing else. */
export async function setTimeout(ms: number): Promise<void> {
  waits.push(ms);
  if (vi.isFakeTimers()) vi.advanceTimersByTime(ms);
  during.wait?.(waits.length);
}

/** The time that all waits would have taken. */
export const waited = (): number => waits.reduce((sum, ms) => sum + ms, 0);
