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
  /** The folder that bodies are kept in between runs. Nothing is kept without it. */
  readonly cache?: string | undefined;
  readonly clock: Clock;
  /** Where proxies are named. */
  readonly environment: Environment;
}

/** A body, and how to keep it for the next run, which is worth it once the document has proved to be one. */
export interface Downloaded {
  readonly body: Buffer;
  readonly keep: () => void;
}

/** Asks for an address until it answers, it says no, or it is clear that it will not. */
export async function download(source: string, options: DownloadOptions): Promise<Downloaded> {
  const url = parseSourceUrl(source);
  const { fetch, close, proxy } = await createTransport(options.environment);
  // What needs a password is not left lying about.
  const folder = url.username === "" && url.password === "" ? options.cache : undefined;
  const kept = folder === undefined ? undefined : readCachedBody(folder, url);
  let bytes = 0;
  const tell = (): void => {
    if (bytes > 0) options.notice(`load: ${formatBytes(bytes)} so far`);
  };
  const slow = setInterval(tell, options.limits.progressIntervalMs);
  const received = (count: number): void => {
    bytes = count;
  };
  try {
    const got = await withRetries(url, options, () =>
      fetchOnce({ url, fetch, limits: options.limits, proxy: proxy(url), kept, received }),
    );
    const { body, from, validators } = got;
    return { body, keep: () => folder && validators && writeCachedBody(folder, url, body, from, validators) };
  } finally {
    clearInterval(slow);
    await close();
  }
}

async function withRetries(
  url: URL,
  { limits, clock }: Pick<DownloadOptions, "limits" | "clock">,
  once: () => ReturnType<typeof fetchOnce>,
): Promise<Fetched> {
  for (let attempts = 0; ; attempts++) {
    const answer = await once();
    if ("body" in answer) return answer;
    const delay = nextRetryDelay(answer, attempts, limits);
    if (delay === undefined)
      throw new GeneratorError(
        "SOURCE_UNREACHABLE",
        withoutCredentials(url.href),
        answer.reason,
        "Try again later, or name another address or a file",
      );
    await clock.wait(delay);
  }
}

/** A try that brought no document, though another may. */
export interface RetryableFailure {
  /** Why, in words. */
  readonly reason: string;
  /** Whether it makes sense to ask again. */
  readonly retryable: boolean;
  /** How long the server asks to be left alone, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
}

/** How long to wait before the next try; undefined where there is none. */
export function nextRetryDelay(
  { retryable, retryAfterMs }: RetryableFailure,
  attempt: number,
  { retryDelaysMs, maxRetryAfterMs }: DownloadLimits,
): number | undefined {
  const wait = retryDelaysMs[attempt];
  if (!retryable || wait === undefined || (retryAfterMs ?? 0) > maxRetryAfterMs) return undefined;
  return retryAfterMs ?? wait;
}

/** What a Retry-After header asks for, in milliseconds: it has seconds, or a date. */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? "";
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const date = /^[A-Z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
