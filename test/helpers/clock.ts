import type { Clock } from "../../generator/util/clock.ts";

/** A clock that stands still but for waits, which take no time and are written down in `waits`, in milliseconds. */
export interface FakeClock extends Clock {
  readonly waits: readonly number[];
  /** The time that all waits would have taken. */
  readonly waited: () => number;
}

/** @param during what happens in each wait, with the number of waits so far. */
export function fakeClock(during: (count: number) => void = () => {}): FakeClock {
  const waits: number[] = [];
  const waited = (): number => waits.reduce((sum, wait) => sum + wait, 0);
  return {
    waits,
    waited,
    now: waited,
    wait: async (milliseconds) => {
      waits.push(milliseconds);
      during(waits.length);
    },
  };
}
