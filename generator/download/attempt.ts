import { GeneratorError } from "../util/errors.ts";
import type { CachedBody, Validators } from "./cache.ts";
import { parseRetryAfter, type RetryableFailure } from "./download.ts";
import { type DownloadLimits, tooLarge } from "./download-limits.ts";
import type { Fetch, FetchResponse } from "./transport.ts";
import { authorizationHeader, isRedirect, resolveRedirect, withoutCredentials } from "./url.ts";

/** A body with what tells whether it is still current. */
export interface Fetched {
  readonly body: Buffer;
  /** Where it was in the end. */
  readonly from: URL;
  /** Absent where the body is the one that was kept, or must not be kept. */
  readonly validators?: Validators;
}

export interface AttemptRequest {
  readonly url: URL;
  readonly fetch: Fetch;
  readonly limits: DownloadLimits;
  /** Who may be asked in the place of the server. */
  readonly proxy: string | undefined;
  /** The body of an earlier run, to be told that it is still the same. */
  readonly kept: CachedBody | undefined;
  /** Told how many bytes there are so far. */
  readonly received: (bytes: number) => void;
}

/** One try. What no other try would change is thrown. */
export async function fetchOnce(request: AttemptRequest): Promise<Fetched | RetryableFailure> {
  const { url, limits, proxy, received } = request;
  const { signal, heard, end } = startTimeouts(limits);
  let begun = false;
  try {
    const { answer, from, same } = await fetchFollowingRedirects(request, signal, heard);
    if (answer.status === 304 && same !== undefined) return { body: same, from };
    if (answer.status !== 200) {
      await answer.body?.cancel();
      return statusFailure(answer, url, proxy);
    }
    begun = true;
    const body = await readBody(answer, withoutCredentials(url.href), limits.maxBytes, (bytes) => {
      heard();
      received(bytes);
    });
    return { body, from, ...readValidators(answer) };
  } catch (error) {
    if (error instanceof GeneratorError) throw error;
    if (signal.aborted) return { reason: signal.reason.message, retryable: true };
    return networkFailure(error, { begun, source: withoutCredentials(url.href), proxy });
  } finally {
    end();
  }
}

/** The first answer that is no redirect, and what was kept of that address, if the server was told that we have it. */
async function fetchFollowingRedirects({ url, fetch, kept }: AttemptRequest, signal: AbortSignal, heard: () => void) {
  const headers = { accept: "application/json, application/yaml", ...authorizationHeader(url) };
  let from = Object.assign(new URL(url), { username: "", password: "", hash: "" });
  for (let hops = 0; ; hops++) {
    const known = kept?.conditionalHeaders(from);
    const answer = await fetch(from.href, { headers: { ...headers, ...known }, redirect: "manual", signal });
    heard();
    if (!isRedirect(answer.status)) return { answer, from, same: known && kept?.body };
    await answer.body?.cancel();
    from = resolveRedirect(from, answer.headers.get("location"), hops);
  }
}

/** A server that is busy or broken may recover; that a condition holds which was not made is another defect of it. */
function statusFailure(
  { status, statusText, headers }: FetchResponse,
  url: URL,
  proxy: string | undefined,
): RetryableFailure {
  const reason = `the server answered ${status} ${statusText}`.trim();
  if (status !== 304 && status !== 429 && status < 500) {
    const remedy =
      proxy === undefined ? "Check the address" : `Check the address, and what the proxy ${proxy} lets through`;
    throw new GeneratorError("SOURCE_REFUSED", withoutCredentials(url.href), reason, remedy);
  }
  const retryAfterMs = parseRetryAfter(headers.get("retry-after"), Date.now());
  return { reason, retryable: true, retryAfterMs };
}

/** The body, unpacked by `fetch`. A few packed bytes can hold a huge one: it is not read on when it is too large. */
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

/** Why a try was given up. */
class TookTooLong extends Error {}

export interface Watch {
  readonly signal: AbortSignal;
  /** Something came: the silence starts anew. */
  readonly heard: () => void;
  readonly end: () => void;
}

/** Watches a try, and aborts it when it takes too long as a whole or is silent for too long. */
export function startTimeouts({
  attemptTimeoutMs,
  idleTimeoutMs,
}: Pick<DownloadLimits, "attemptTimeoutMs" | "idleTimeoutMs">): Watch {
  const controller = new AbortController();
  const after = (time: number, what: string) =>
    setTimeout(() => controller.abort(new TookTooLong(`${what} ${time / 1000} seconds`)), time);
  const whole = after(attemptTimeoutMs, "the answer was not complete after");
  const silence = after(idleTimeoutMs, "the server was silent for");
  return {
    signal: controller.signal,
    heard: () => void silence.refresh(),
    end: () => {
      clearTimeout(whole);
      clearTimeout(silence);
    },
  };
}

/**
 * What went wrong on the way, in words. A name that does not resolve, a certificate that is not accepted and a proxy
 * that says no will be the same in two seconds.
 */
export function networkFailure(
  error: unknown,
  { begun, source, proxy = "" }: { begun: boolean; source: string; proxy: string | undefined },
): RetryableFailure {
  const cause = rootCause(error);
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const message = cause instanceof Error ? cause.message : String(cause);
  if (code === "ENOTFOUND" || code === "EAI_AGAIN")
    return { reason: `the host name does not resolve (${code})`, retryable: false };
  if (/CERT|SIGNATURE|ERR_TLS/.test(code))
    return { reason: `the server's certificate is not accepted (${code})`, retryable: false };
  const answered = /^Proxy response \((\d+)\)/.exec(message)?.[1];
  if (answered !== undefined)
    return { reason: `the proxy ${proxy} answered ${answered}`, retryable: Number(answered) >= 500 };
  if (/^Z_|^ERR_BROTLI|^ERR__ERROR|^ERR_ZLIB/.test(code))
    throw new GeneratorError(
      "SOURCE_ENCODING",
      source,
      `what the server packed does not unpack (${code})`,
      "Try again later, or get the document in another way",
    );
  return { reason: `${begun ? "the answer broke off" : "no connection"} (${code || message})`, retryable: true };
}

/** `fetch` wraps what happened, undici's proxies once more. */
const rootCause = (error: unknown): unknown =>
  error instanceof Error && error.cause instanceof Error ? rootCause(error.cause) : error;
