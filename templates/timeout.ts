import type { CallContext } from "./call-context.js";
import { TimeoutError } from "./errors.js";

/** The longest delay that `setTimeout` supports is 2^31 - 1 ms; this is that limit, rounded: 23 days. */
const maxTimeoutMs = 2_000_000_000;

/** Waits, unless the signal is aborted first: then it rejects with the signal's reason. */
export const wait = (milliseconds: number, signal: AbortSignal | undefined): Promise<unknown> =>
  withTimeout(milliseconds, signal);

/** Runs work of a call within the time limit of one attempt. Rejects with {@link TimeoutError} after that. */
export const withAttemptTimeout = <Result>(
  call: CallContext,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result | undefined> =>
  withTimeout(
    call.timeout || maxTimeoutMs,
    call.signal,
    () => new TimeoutError(call.operation, `timeout of ${call.timeout} ms`),
    work,
  );

/**
 * Settles when the work is done, the time is up, or the signal is aborted, whether or not the work observes the signal
 * that it is given.
 *
 * @param onTimeout Creates the error to reject with when the time is up. Without it, the promise resolves.
 */
async function withTimeout<Result>(
  milliseconds: number,
  signal: AbortSignal | undefined,
  onTimeout?: () => Error,
  work?: (signal: AbortSignal) => Promise<Result>,
): Promise<Result | undefined> {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<Result | undefined>((resolve, reject) => {
      signal?.throwIfAborted();
      signal?.addEventListener("abort", () => reject(signal.reason), { signal: controller.signal });
      timer = setTimeout(
        () => {
          controller.abort();
          if (onTimeout) reject(onTimeout());
          else resolve(undefined);
        },
        Math.min(milliseconds, maxTimeoutMs),
      );
      work?.(controller.signal).then(resolve, reject);
    });
  } finally {
    clearTimeout(timer);
    // Stops work that is still running, and removes the listener from the caller's signal.
    if (signal) controller.abort();
  }
}
