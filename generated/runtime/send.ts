import { type Operation, TimeoutError, TransportError } from "./errors.js";
import { own } from "./own.js";
import { forever, pause, type Retry, type RetryOptions, retryable, retryDelay, safe } from "./retry.js";

/** What sends a request: the global `fetch`, or anything like it. */
export type Fetch = (request: Request, init?: RequestInit) => Promise<Response>;

/** A call: its operation, and how it is sent. */
export interface Call extends Operation {
  readonly fetch: Fetch;
  readonly retry: RetryOptions | false;
  /** For each attempt, in milliseconds. */
  readonly timeout: number | false;
  readonly onRetry: ((retry: Retry) => void) | undefined;
  /** The caller's, who may stop the call. */
  readonly signal: AbortSignal | undefined;
  /** What must not show up in a message. */
  readonly secret: string;
  /** Ends the watch over the attempt that runs: to be called when its answer has been read. */
  end?: () => void;
}

/** Sends a request until there is an answer worth giving, with a fresh copy of it for each attempt. */
export async function send(request: Request, call: Call): Promise<Response> {
  const { name, retry, onRetry } = call;
  const { limit = 2, base = 500, cap = 30_000 } = retry || {};
  for (let attempt = 1; ; attempt++) {
    const last = !retry || attempt > limit;
    // A body can be sent but once. A request without one is copied when it has to go out again.
    const copy = attempt > 1 || request.body ? request.clone() : request;
    let refusal: TransportError | undefined;
    const response = await watch(call, (signal) => follow(copy, call, signal)).catch((error) => {
      refusal = failure(error, call);
    });
    const status = response?.status;
    // What was refused, such as a redirect, will be refused again.
    if (last || refusal?.code === "REFUSED" || !retryable(request.method, status)) {
      if (response) return response;
      throw refusal;
    }
    const wait = retryDelay(attempt, response?.headers.get("retry-after"), { base, cap }, Date.now(), Math.random());
    onRetry?.({ operation: name, attempt, wait, status });
    // Whether the rest of an answer that is not taken can still be had is of no interest.
    response?.body?.cancel().catch(() => {});
    call.end?.();
    await pause(wait, call.signal);
  }
}

/** Does some work until it is done, takes too long, or the caller has had enough, whether or not it looks at the signal. */
const watch = <Result>(call: Call, work: (signal: AbortSignal) => Promise<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    const controller = new AbortController();
    const stop = (reason: unknown) => {
      controller.abort(reason);
      reject(reason);
    };
    const { signal, timeout } = call;
    const cancel = () => stop(signal?.reason);
    const timer =
      timeout && setTimeout(() => stop(new TimeoutError(call, `timeout of ${timeout} ms`)), Math.min(timeout, forever));
    call.end = () => {
      // Clearing what is no timer does nothing.
      clearTimeout(timer as ReturnType<typeof setTimeout>);
      signal?.removeEventListener("abort", cancel);
    };
    signal?.addEventListener("abort", cancel);
    if (signal?.aborted) cancel();
    else work(controller.signal).then(resolve, reject);
  });

/**
 * One attempt: a request and, for one that changes nothing, the redirects that stay on its origin, which is where the
 * key may go. Every other redirect is refused.
 */
async function follow(request: Request, call: Call, signal: AbortSignal): Promise<Response> {
  const { fetch } = call;
  const init = own({ signal, redirect: "manual" } as const);
  let next = request;
  for (let hops = 0; ; hops++) {
    const { url } = next;
    const response = await fetch(next, init);
    const { status } = response;
    const place = status > 300 && status < 400 && response.headers.get("location");
    // Browsers hide where a redirect leads, behind a status of 0: there it is not followed.
    if (!place && status) return response;
    const target = new URL(place || "data:", url);
    if (target.origin !== new URL(url).origin || !safe(request.method) || hops > 4)
      throw new TransportError(call, "redirected", "REFUSED");
    next = new Request(target, request);
  }
}

/** What a call rejects with: the caller's own reason for stopping it, or an error that says what happened. */
export function failure(error: unknown, call: Call): TransportError {
  if (call.signal?.aborted) throw call.signal.reason;
  if (error instanceof TransportError) return error;
  // Whatever a `fetch` throws, it is looked at for these and for nothing else.
  const { message, cause } = Object(error) as Error & { cause?: Error & { code?: string } };
  return new TransportError(call, `${cause?.message || message}`.replaceAll(call.secret, "***"), cause?.code);
}
