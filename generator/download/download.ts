import type { Clock } from "../util/clock.ts";
import { GeneratorError } from "../util/errors.ts";
import { type Fetched, fetchOnce } from "./attempt.ts";
import { readCachedBody, writeCachedBody } from "./cache.ts";
import { type DownloadLimits, formatBytes } from "./download-limits.ts";
import { createTransport, type Environment } from "./transport.ts";
import { parseSourceUrl, withoutCredentials } from "./url.ts";

export interface DownloadOptions {
  readonly limits: DownloadLimits;
  readonly notice: (text: string) => void;
  /** The folder that caches bodies between runs. Defaults to no cache. */
  readonly cache?: string | undefined;
  readonly clock: Clock;
  /** The environment variables, which may configure proxies. */
  readonly environment: Environment;
}

/** A body, and a function that caches it for the next run. Call it once the document has been parsed. */
export interface Downloaded {
  readonly body: Buffer;
  readonly keep: () => void;
}

/** Downloads a URL, with retries. */
export async function download(source: string, options: DownloadOptions): Promise<Downloaded> {
  const url = parseSourceUrl(source);
  const { fetch, close, proxy } = await createTransport(options.environment);
  // Documents that need a password are not cached.
  const folder = url.username === "" && url.password === "" ? options.cache : undefined;
  const cached = folder === undefined ? undefined : readCachedBody(folder, url);
  let bytes = 0;
  const reportProgress = (): void => {
    if (bytes > 0) options.notice(`load: ${formatBytes(bytes)} so far`);
  };
  const progress = setInterval(reportProgress, options.limits.progressIntervalMs);
  const received = (count: number): void => {
    bytes = count;
  };
  try {
    const fetched = await withRetries(url, options, () =>
      fetchOnce({ url, fetch, limits: options.limits, proxy: proxy(url), cached, received }),
    );
    const { body, from, validators } = fetched;
    return { body, keep: () => folder && validators && writeCachedBody(folder, url, body, from, validators) };
  } finally {
    clearInterval(progress);
    await close();
  }
}

async function withRetries(
  url: URL,
  { limits, clock }: Pick<DownloadOptions, "limits" | "clock">,
  attempt: () => ReturnType<typeof fetchOnce>,
): Promise<Fetched> {
  for (let attempts = 0; ; attempts++) {
    const result = await attempt();
    if ("body" in result) return result;
    const delay = nextRetryDelay(result, attempts, limits);
    if (delay === undefined)
      throw new GeneratorError(
        "SOURCE_UNREACHABLE",
        withoutCredentials(url.href),
        result.reason,
        "Try again later, or pass another URL or a file",
      );
    await clock.wait(delay);
  }
}

/** A failed attempt. */
export interface RetryableFailure {
  /** The reason, for people. */
  readonly reason: string;
  /** Whether another attempt may succeed. */
  readonly retryable: boolean;
  /** The `Retry-After` of the response, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
}

/** Returns the delay before the next attempt in milliseconds, or `undefined` to give up. */
export function nextRetryDelay(
  { retryable, retryAfterMs }: RetryableFailure,
  attempt: number,
  { retryDelaysMs, maxRetryAfterMs }: DownloadLimits,
): number | undefined {
  const delay = retryDelaysMs[attempt];
  if (!retryable || delay === undefined || (retryAfterMs ?? 0) > maxRetryAfterMs) return undefined;
  return retryAfterMs ?? delay;
}

/** Parses a `Retry-After` header, which has seconds or an HTTP date (RFC 9110, 10.2.3). Returns milliseconds. */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? "";
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const date = /^[A-Z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
