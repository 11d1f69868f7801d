import { beforeEach } from "vitest";

const stryker = "__stryker__";

/** Processes that a test starts are to run the same mutant as the test: Stryker's code asks this variable for it. */
beforeEach(() => {
  const { activeMutant } = Object(Reflect.get(globalThis, stryker));
  if (activeMutant !== undefined) process.env.__STRYKER_ACTIVE_MUTANT__ = String(activeMutant);
});
