/** When a call is retried, and how long it waits before that. Times are in milliseconds. */
export interface RetryOptions {
  /**
   * The maximum number of retries.
   *
   * @default 2
   */
  limit?: number;
  /**
   * The longest delay before the first retry. It doubles with every further one.
   *
   * @default 500
   */
  baseDelay?: number;
  /**
   * The longest delay before any retry, even if the server requests a longer one.
   *
   * @default 30_000
   */
  maxDelay?: number;
}

/** A retry that is about to happen, and its reason. */
export interface Retry {
  /** The name of the operation. */
  readonly operation: string;
  /** The number of the retry: 1 for the first. */
  readonly attempt: number;
  /** The delay before the retry, in milliseconds. */
  readonly delay: number;
  /** The status of the rejected response, or `undefined` if no response arrived. */
  readonly status: number | undefined;
}

/** Statuses of a gateway that may not have reached the server, or whose server is overloaded. */
const gatewayErrors: readonly number[] = [502, 503, 504];

/**
 * Whether a request may be retried. 429 is always retried: the server has not processed the request. 502, 503, 504 and
 * connection failures (`undefined`) are retried only for safe methods, because the first request may have succeeded.
 */
export const isRetryable = (method: string, status: number | undefined): boolean =>
  status === 429 || (isSafe(method) && (status === undefined || gatewayErrors.includes(status)));

/** Whether a method is safe: it does not change state on the server, so a request may be repeated (RFC 9110, 9.2.1). */
export const isSafe = (method: string): boolean => method === "GET" || method === "HEAD";

/**
 * The delay before a retry: what the server requests, or else a random part of a delay that doubles each time (full
 * jitter). Both are capped at `maxDelay`.
 *
 * @param attempt The number of the retry: 1 for the first.
 * @param retryAfter The `Retry-After` header.
 * @param random A number from 0 to 1.
 */
export function retryDelay(
  attempt: number,
  retryAfter: string | null | undefined,
  baseDelay: number,
  maxDelay: number,
  now: number,
  random: number,
): number {
  const requested = parseRetryAfter(retryAfter, now);
  return Math.min(maxDelay, requested ?? random * baseDelay * 2 ** (attempt - 1));
}

/**
 * Parses a `Retry-After` header: seconds, or an HTTP date (RFC 9110, 10.2.3). Returns milliseconds, 0 for a date in the
 * past, and `undefined` for a value that is neither.
 */
export function parseRetryAfter(header: string | null | undefined, now: number): number | undefined {
  const text = header ?? "";
  if (/^[\d.]+$/.test(text)) return numberOrUndefined(Number(text) * 1000);
  // `Date.parse` accepts more than HTTP dates, such as "2" or "May".
  return text.endsWith("GMT") ? numberOrUndefined(Math.max(0, Date.parse(text) - now)) : undefined;
}

const numberOrUndefined = (value: number): number | undefined => (Number.isNaN(value) ? undefined : value);
