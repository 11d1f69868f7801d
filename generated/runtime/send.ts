import { type Operation, TimeoutError, TransportError } from "./errors.js";
import { own } from "./own.js";
import { type Retry, type RetryOptions, retryable, retryDelay, safe } from "./retry.js";
import type { Special } from "./special.js";
import { forever, within } from "./within.js";

/** What sends a request: the global `fetch`, or anything like it. */
export type Fetch = (request: Request, init?: RequestInit) => Promise<Response>;

/** The groups of an input as they are at run time. */
export interface Groups {
  readonly path?: Readonly<Record<string, unknown>>;
  readonly query?: object;
  readonly header?: object;
  readonly cookie?: object;
  readonly body?: unknown;
}

/** An operation with what goes into it. */
export interface Asked extends Operation {
  readonly special?: Special | undefined;
  readonly input?: Groups | undefined;
}

/** A call: its operation, and how it is sent. */
export interface Call {
  readonly operation: Asked;
  fetch: Fetch | undefined;
  /** For each attempt, in milliseconds. */
  readonly timeout: number | false;
  /** The caller's, who may stop the call. */
  readonly signal: AbortSignal | undefined;
  readonly retry: RetryOptions;
  readonly onRetry: ((retry: Retry) => void) | undefined;
  /** Takes the API key out of a text: neither an answer nor an error message repeats it. */
  hide: (text: string) => string;
}

/** Sends a request until there is an answer worth giving, with a fresh copy of it for each attempt. */
export async function send(request: Request, call: Call): Promise<Response> {
  const { signal } = call;
  const { limit = 2, base = 500, cap = 30_000 } = call.retry;
  for (let attempt = 1; ; attempt++) {
    // A body can be sent but once. A request that has none is copied when it goes out again.
    const copy = attempt > 1 || !safe(request.method) ? request.clone() : request;
    let failure: TransportError | undefined;
    const response = await watch(call, (signal) => follow(copy, call, signal)).catch((error) => {
      signal?.throwIfAborted();
      // Whatever a `fetch` throws, it is looked at for these and for nothing else.
      const { message, cause, code } = Object(error) as Error & { cause?: Error & { code?: string }; code?: string };
      // What was refused, such as a redirect, will be refused again.
      if (code === "REFUSED") throw cause ?? error;
      failure =
        error instanceof TransportError
          ? error
          : new TransportError(call.operation, call.hide(`${cause?.message || message}`), cause?.code);
    });
    const status = response?.status;
    if (attempt > limit || !retryable(request.method, status)) {
      if (response) return response;
      throw failure;
    }
    const wait = retryDelay(attempt, response?.headers.get("retry-after"), base, cap, Date.now(), Math.random());
    await call.onRetry?.({ operation: call.operation.name, attempt, wait, status });
    await within(wait, signal);
  }
}

/** Does some of a call's work in the time that an attempt has. */
export const watch = <Result>(
  call: Call,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result | undefined> =>
  within(
    call.timeout || forever,
    call.signal,
    () => new TimeoutError(call.operation, `timeout of ${call.timeout} ms`),
    work,
  );

/**
 * One attempt: a request and, for one that changes nothing, the redirects that stay on its origin, which is where the
 * key may go. Every other redirect is refused. The answer is read to its end, so that one that breaks off is none.
 */
async function follow(request: Request, call: Call, signal: AbortSignal, hops = 5): Promise<Response> {
  const { fetch = globalThis.fetch } = call;
  const response = await fetch(request, own({ signal, redirect: "manual" } as const));
  const { status, headers } = response;
  const place = status > 300 && status < 400 && headers.get("location");
  // Browsers hide where a redirect leads, behind a status of 0: there it is not followed.
  if (!place && status) {
    const text = call.hide(await response.text());
    // openapi-fetch reads failures, and callers may want to.
    response.text = async () => text;
    return response;
  }
  const { url, method } = request;
  const target = new URL(place || "data:", url);
  if (!hops || !safe(method) || target.origin !== new URL(url).origin)
    throw new TransportError(call.operation, "redirected", "REFUSED");
  return follow(new Request(target, request), call, signal, hops - 1);
}

/**
 * A copy of an answer that has been read, for middleware, which may read it in any way. Of an answer that cannot be
 * copied, such as one with a status of 999, it gets the answer itself.
 */
export const reread = (response: Response): Promise<Response> =>
  response
    .text()
    .then((text) => Object.assign(new Response(text || null, response), { text: response.text }))
    .catch(() => response);
