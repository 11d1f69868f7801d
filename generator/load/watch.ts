import type { Limits } from "./limits.ts";

/** Why a try was given up. */
class TookTooLong extends Error {}

export interface Watch {
  readonly signal: AbortSignal;
  /** Something came: the silence starts anew. */
  readonly heard: () => void;
  readonly end: () => void;
}

/** Watches a try, and aborts it when it takes too long as a whole or is silent for too long. */
export function watch({ total, idle }: Pick<Limits, "total" | "idle">): Watch {
  const controller = new AbortController();
  const after = (time: number, what: string) =>
    setTimeout(() => controller.abort(new TookTooLong(`${what} ${time / 1000} seconds`)), time);
  const whole = after(total, "the answer was not complete after");
  const silence = after(idle, "the server was silent for");
  return {
    signal: controller.signal,
    heard: () => void silence.refresh(),
    end: () => {
      clearTimeout(whole);
      clearTimeout(silence);
    },
  };
}
