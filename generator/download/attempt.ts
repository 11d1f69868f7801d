import { GeneratorError } from "../util/errors.ts";
import type { CachedBody, Validators } from "./cache.ts";
import { parseRetryAfter, type RetryableFailure } from "./download.ts";
import { type DownloadLimits, tooLarge } from "./download-limits.ts";
import type { Fetch, FetchResponse } from "./transport.ts";
import { authorizationHeader, isRedirect, resolveRedirect, withoutCredentials } from "./url.ts";

/** A body, with its validators. */
export interface Fetched {
  readonly body: Buffer;
  /** The URL after redirects. */
  readonly from: URL;
  /** Absent if the body is the cached one or must not be cached. */
  readonly validators?: Validators;
}

export interface AttemptRequest {
  readonly url: URL;
  readonly fetch: Fetch;
  readonly limits: DownloadLimits;
  /** The proxy, for messages. */
  readonly proxy: string | undefined;
  /** The cached body, for a conditional request. */
  readonly cached: CachedBody | undefined;
  /** Receives the number of bytes so far. */
  readonly received: (bytes: number) => void;
}

/** Makes one attempt. Throws errors that no other attempt can avoid. */
export async function fetchOnce(request: AttemptRequest): Promise<Fetched | RetryableFailure> {
  const { url, limits, proxy, received } = request;
  const { signal, onActivity, stop } = startTimeouts(limits);
  let bodyStarted = false;
  try {
    const { response, from, cachedBody } = await fetchFollowingRedirects(request, signal, onActivity);
    if (response.status === 304 && cachedBody !== undefined) return { body: cachedBody, from };
    if (response.status !== 200) {
      await response.body?.cancel();
      return statusFailure(response, url, proxy);
    }
    bodyStarted = true;
    const body = await readBody(response, withoutCredentials(url.href), limits.maxBytes, (bytes) => {
      onActivity();
      received(bytes);
    });
    return { body, from, ...readValidators(response) };
  } catch (error) {
    if (error instanceof GeneratorError) throw error;
    if (signal.aborted) return { reason: signal.reason.message, retryable: true };
    return networkFailure(error, { bodyStarted, source: withoutCredentials(url.href), proxy });
  } finally {
    stop();
  }
}

/** Follows redirects. Returns the first other response, and the cached body if the request was conditional. */
async function fetchFollowingRedirects(
  { url, fetch, cached }: AttemptRequest,
  signal: AbortSignal,
  onActivity: () => void,
) {
  const headers = { accept: "application/json, application/yaml", ...authorizationHeader(url) };
  let from = Object.assign(new URL(url), { username: "", password: "", hash: "" });
  for (let redirects = 0; ; redirects++) {
    const conditions = cached?.conditionalHeaders(from);
    const response = await fetch(from.href, { headers: { ...headers, ...conditions }, redirect: "manual", signal });
    onActivity();
    if (!isRedirect(response.status)) return { response, from, cachedBody: conditions && cached?.body };
    await response.body?.cancel();
    from = resolveRedirect(from, response.headers.get("location"), redirects);
  }
}

/**
 * Classifies a status. A server that is busy or broken may recover; so may one that responds with 304 to a request that
 * was not conditional.
 */
function statusFailure(
  { status, statusText, headers }: FetchResponse,
  url: URL,
  proxy: string | undefined,
): RetryableFailure {
  const reason = `the server responded with ${status} ${statusText}`.trim();
  if (status !== 304 && status !== 429 && status < 500) {
    const remedy = proxy === undefined ? "Check the URL" : `Check the URL, and what the proxy ${proxy} allows`;
    throw new GeneratorError("SOURCE_REFUSED", withoutCredentials(url.href), reason, remedy);
  }
  const retryAfterMs = parseRetryAfter(headers.get("retry-after"), Date.now());
  return { reason, retryable: true, retryAfterMs };
}

/** Reads a body, which `fetch` decompresses. Stops at the limit, since a few bytes may expand to a huge body. */
async function readBody(
  { headers, body }: FetchResponse,
  source: string,
  limit: number,
  received: (bytes: number) => void,
) {
  if (Number(headers.get("content-length")) > limit) {
    await body?.cancel();
    throw tooLarge(source, limit);
  }
  const reader = body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const chunk = (await reader?.read())?.value;
    if (chunk === undefined) return Buffer.concat(chunks, length);
    length += chunk.length;
    if (length > limit) {
      await reader?.cancel();
      throw tooLarge(source, limit);
    }
    chunks.push(chunk);
    received(length);
  }
}

function readValidators({ headers }: FetchResponse): Pick<Fetched, "validators"> {
  const found = { etag: headers.get("etag"), modified: headers.get("last-modified") };
  if (/\bno-store\b/i.test(headers.get("cache-control") ?? "") || !(found.etag || found.modified)) return {};
  return { validators: found };
}

/** The reason of an abort. */
class AttemptTimeout extends Error {}

export interface Timeouts {
  readonly signal: AbortSignal;
  /** Restarts the idle timeout. */
  readonly onActivity: () => void;
  readonly stop: () => void;
}

/** Starts the timeouts of an attempt. The signal aborts if the attempt or a pause in it takes too long. */
export function startTimeouts({
  attemptTimeoutMs,
  idleTimeoutMs,
}: Pick<DownloadLimits, "attemptTimeoutMs" | "idleTimeoutMs">): Timeouts {
  const controller = new AbortController();
  const abortAfter = (time: number, what: string) =>
    setTimeout(() => controller.abort(new AttemptTimeout(`${what} ${time / 1000} seconds`)), time);
  const total = abortAfter(attemptTimeoutMs, "the response was incomplete after");
  const idle = abortAfter(idleTimeoutMs, "the server sent no data for");
  return {
    signal: controller.signal,
    onActivity: () => void idle.refresh(),
    stop: () => {
      clearTimeout(total);
      clearTimeout(idle);
    },
  };
}

/**
 * Classifies a network error. A name that does not resolve, a certificate that is not accepted and a proxy that refuses
 * will fail again, so these are not retried.
 */
export function networkFailure(
  error: unknown,
  { bodyStarted, source, proxy = "" }: { bodyStarted: boolean; source: string; proxy: string | undefined },
): RetryableFailure {
  const cause = rootCause(error);
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const message = cause instanceof Error ? cause.message : String(cause);
  if (code === "ENOTFOUND" || code === "EAI_AGAIN")
    return { reason: `the host name does not resolve (${code})`, retryable: false };
  if (/CERT|SIGNATURE|ERR_TLS/.test(code))
    return { reason: `the server's certificate is not accepted (${code})`, retryable: false };
  const proxyStatus = /^Proxy response \((\d+)\)/.exec(message)?.[1];
  if (proxyStatus !== undefined)
    return { reason: `the proxy ${proxy} responded with ${proxyStatus}`, retryable: Number(proxyStatus) >= 500 };
  if (/^Z_|^ERR_BROTLI|^ERR__ERROR|^ERR_ZLIB/.test(code))
    throw new GeneratorError(
      "SOURCE_ENCODING",
      source,
      `the response cannot be decompressed (${code})`,
      "Try again later, or download the document in another way",
    );
  return {
    reason: `${bodyStarted ? "the response broke off" : "no connection"} (${code || message})`,
    retryable: true,
  };
}

/** Returns the innermost cause: `fetch` wraps the error once, undici's proxies once more. */
const rootCause = (error: unknown): unknown =>
  error instanceof Error && error.cause instanceof Error ? rootCause(error.cause) : error;
