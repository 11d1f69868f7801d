import type { CallContext } from "./call-context.js";
import { TimeoutError, TransportError } from "./errors.js";
import { fetchFollowingRedirects } from "./redirects.js";
import { isRetryable, isSafe, retryDelay } from "./retry-policy.js";
import { wait, withAttemptTimeout } from "./timeout.js";

/** Sends a request, and retries it as the call's options say. */
export async function fetchWithRetry(request: Request, call: CallContext): Promise<Response> {
  const { limit = 2, baseDelay = 500, maxDelay = 30_000 } = call.retry;
  for (let attempt = 1; ; attempt++) {
    // A body can be sent only once. A request without one is copied when it is sent again.
    const copy = attempt > 1 || !isSafe(request.method) ? request.clone() : request;
    const { response, failure } = await sendOnce(copy, call);
    const status = response?.status;
    if (attempt > limit || !isRetryable(request.method, status)) {
      if (response) return response;
      throw failure;
    }
    const retryAfter = response?.headers.get("retry-after");
    const delay = retryDelay(attempt, retryAfter, baseDelay, maxDelay, Date.now(), Math.random());
    await call.onRetry?.({ operation: call.operation.name, attempt, delay, status });
    await wait(delay, call.signal);
  }
}

/** Makes one attempt. Returns the response, or the reason why there is none. */
async function sendOnce(
  request: Request,
  call: CallContext,
): Promise<{ response?: Response | undefined; failure?: TransportError }> {
  try {
    return { response: await withAttemptTimeout(call, (signal) => fetchFollowingRedirects(request, call, signal)) };
  } catch (error) {
    call.signal?.throwIfAborted();
    // Except for timeouts, our own errors are final: a refused redirect would be refused again.
    if (error instanceof TransportError && !(error instanceof TimeoutError)) throw error.cause ?? error;
    return { failure: toTransportError(error, call) };
  }
}

function toTransportError(error: unknown, call: CallContext): TransportError {
  if (error instanceof TransportError) return error;
  if (!(error instanceof Error)) return new TransportError(call.operation, call.redact(String(error)));
  // `fetch` throws "fetch failed"; the reason is its cause.
  const cause = error.cause instanceof Error ? error.cause : undefined;
  const code = cause && "code" in cause ? String(cause.code) : undefined;
  return new TransportError(call.operation, call.redact(cause?.message || error.message), code);
}

/**
 * Copies a response that has been read, for middleware that may read it in any way. A response that cannot be copied,
 * such as one with the status 999, is returned as it is.
 */
export const toBufferedResponse = (response: Response): Promise<Response> =>
  response
    .text()
    .then((text) => Object.assign(new Response(text || null, response), { text: response.text }))
    .catch(() => response);
