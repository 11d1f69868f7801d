/** When, and how long to wait before, a call is tried again. Times are in milliseconds. */
export interface RetryOptions {
  /** How many times to try again. 2 unless told. */
  limit?: number;
  /** The longest wait before the first repetition; it doubles from one to the next. 500 unless told. */
  base?: number;
  /** The longest wait of all, whatever the server asks for. 30 000 unless told. */
  cap?: number;
}

/** What is about to be tried again, and why. */
export interface Retry {
  /** The name of the operation. */
  readonly operation: string;
  /** 1 for the first repetition. */
  readonly attempt: number;
  /** The wait before it, in milliseconds. */
  readonly wait: number;
  /** The status of the answer that was not taken; undefined where there was no answer. */
  readonly status: number | undefined;
}

/**
 * Whether a call may be tried again: after 429 always, for the server has not worked on it; after 502, 503, 504 and
 * where there was no answer (`undefined`) only with methods that change nothing, for the first one may have got through.
 */
export const retryable = (method: string, status: number | undefined): boolean =>
  status === 429 || (safe(method) && (!status || (status > 501 && status < 505)));

/** Whether a method changes nothing, so that it may be sent twice. */
export const safe = (method: string): boolean => /^(GET|HEAD)$/.test(method);

/**
 * How long to wait before the next try: what the server asks for, else a random part of a wait that doubles each time
 * (full jitter); both up to the cap.
 *
 * @param attempt 1 for the first repetition.
 * @param asked the `Retry-After` header, if there is one.
 * @param random from 0 to 1.
 */
export const retryDelay = (
  attempt: number,
  asked: string | null | undefined,
  base: number,
  cap: number,
  now: number,
  random: number,
): number => {
  const after = retryAfter(asked, now);
  return Math.min(cap, after >= 0 ? after : random * base * 2 ** (attempt - 1));
};

/**
 * The wait that a `Retry-After` header asks for, in seconds or as an HTTP date; none for what is past, and `NaN` where
 * it makes no sense.
 */
export const retryAfter = (header: string | null | undefined, now: number): number => {
  const text = `${header}`;
  return Math.max(0, /^[\d.]+$/.test(text) ? Number(text) * 1000 : Date.parse(/GMT$/.test(text) ? text : "") - now);
};
