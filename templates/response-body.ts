import type { Fetch } from "./call-context.js";
import type { RequestPlugin } from "./client.js";
import { parseAsOf } from "./operation-overrides.js";
import { ownProperties } from "./own-properties.js";

/** Reads responses that are not text: binary data and streams. */
export const readResponseBody: RequestPlugin = (options, call) => {
  const overrides = ownProperties(call.operation.overrides);
  if (overrides.accept) options.headers = { accept: overrides.accept, ...options.headers };
  if (!Object.values(overrides).some((parseAs) => parseAs === "blob" || parseAs === "stream")) return;
  const fetch: Fetch = call.fetch ?? globalThis.fetch;
  call.fetch = async (request, attempt) => {
    const { signal, detachTimeout } = followSignals(attempt?.signal ?? undefined, call.signal);
    const response = await fetch(request, { ...attempt, signal });
    const parseAs = parseAsOf(overrides, response.status, overrides.json);
    if (parseAs !== "stream" && parseAs !== "blob") return response;
    if (parseAs === "stream") detachTimeout();
    const data = parseAs === "stream" ? response.body : await response.blob();
    // `call` returns `data`. The text, which the next steps read, stays empty.
    return Object.defineProperties(response, {
      data: { value: data },
      text: { value: async () => "", writable: true },
    });
  };
};

/**
 * Creates a signal that follows the one of the attempt, which ends when the response has arrived. After `detachTimeout`
 * it follows the caller's signal alone, because a stream is read later.
 */
function followSignals(attempt: AbortSignal | undefined, caller: AbortSignal | undefined) {
  const controller = new AbortController();
  const abortWith = (signal: AbortSignal) => controller.abort(signal.reason);
  const onAttemptAborted = () => attempt && abortWith(attempt);
  attempt?.addEventListener("abort", onAttemptAborted);
  if (attempt?.aborted) onAttemptAborted();
  return {
    signal: controller.signal,
    detachTimeout: () => {
      attempt?.removeEventListener("abort", onAttemptAborted);
      caller?.addEventListener("abort", () => abortWith(caller));
    },
  };
}
