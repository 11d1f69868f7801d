/** A clock that stands still but for the waits of what is tested: they are counted, and take no time. */
export interface CountingClock {
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** The waits so far, in milliseconds. */
  readonly waits: readonly number[];
}

/** @param after is called after each wait, with the number of waits so far. */
export function countingClock(after: (count: number) => void = () => {}): CountingClock {
  const waits: number[] = [];
  return {
    waits,
    now: () => waits.reduce((sum, each) => sum + each, 0),
    wait: async (milliseconds) => after(waits.push(milliseconds)),
  };
}
