import type { CallContext } from "./call-context.js";
import { TransportError } from "./errors.js";
import { ownProperties } from "./own-properties.js";
import { isSafe } from "./retry-policy.js";

/** Statuses that redirect to the `Location` header (RFC 9110, 15.4). */
const redirectStatuses: readonly number[] = [301, 302, 303, 307, 308];

const maxRedirects = 5;

/**
 * Sends a request once and follows redirects. Only safe methods are redirected, and only within the origin, which is
 * where the API key may go; every other redirect is rejected. Reads the whole body, so that a response that breaks off
 * counts as a connection failure.
 */
export async function fetchFollowingRedirects(
  request: Request,
  call: CallContext,
  signal: AbortSignal,
  redirectsLeft = maxRedirects,
): Promise<Response> {
  const { fetch = globalThis.fetch } = call;
  const response = await fetch(request, ownProperties({ signal, redirect: "manual" } as const));
  const { status, headers } = response;
  const location = redirectStatuses.includes(status) ? headers.get("location") : null;
  // Browsers hide the target of a redirect behind the status 0.
  if (location === null && status !== 0) {
    const text = call.redact(await response.text());
    // openapi-fetch reads the body of a failure, and callers may read that of any response.
    response.text = async () => text;
    return response;
  }
  const target = location === null ? undefined : new URL(location, request.url);
  const sameOrigin = target?.origin === new URL(request.url).origin;
  if (target === undefined || !sameOrigin || !isSafe(request.method) || redirectsLeft === 0)
    throw new TransportError(call.operation, "the redirect is refused", "REDIRECT_REFUSED");
  return fetchFollowingRedirects(new Request(target, request), call, signal, redirectsLeft - 1);
}
