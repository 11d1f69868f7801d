/** As long as a timer can wait, rounded, in milliseconds: 23 days. */
export const forever = 2e9;

/**
 * Does some work until it is done, the time is up, or the signal is aborted, whether or not the work looks at the
 * signal it is given. Without work it is a wait.
 *
 * @param wait in milliseconds, up to {@link forever}.
 * @param late makes the error to reject with when the time is up; without it the promise resolves then.
 */
export async function within<Result>(
  wait: number,
  signal: AbortSignal | undefined,
  late?: () => Error,
  work?: (signal: AbortSignal) => Promise<Result>,
): Promise<Result | undefined> {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<Result | undefined>((resolve, reject) => {
      signal?.throwIfAborted();
      signal?.addEventListener("abort", () => reject(signal.reason), { signal: controller.signal });
      const end = () => {
        controller.abort();
        late ? reject(late()) : resolve(undefined);
      };
      timer = setTimeout(end, Math.min(wait, forever));
      work?.(controller.signal).then(resolve, reject);
    });
  } finally {
    clearTimeout(timer);
    // Ends work that goes on, and takes the listener off the signal.
    if (signal) controller.abort();
  }
}
