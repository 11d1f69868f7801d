import type { Part } from "./client.js";
import { own } from "./own.js";
import type { Fetch } from "./send.js";
import { kindOf } from "./special.js";

/** Takes answers that are no texts as what they are: bytes, and streams of them. */
export const answers: Part = (init, call) => {
  const special = own(call.operation.special);
  if (special.accept) init.headers = { accept: special.accept, ...init.headers };
  if (!Object.values(special).some((kind) => kind === "blob" || kind === "stream")) return;
  const fetch: Fetch = call.fetch ?? globalThis.fetch;
  call.fetch = async (request, attempt) => {
    const { signal, stay } = staying(attempt?.signal ?? undefined, call.signal);
    const response = await fetch(request, { ...attempt, signal });
    const kind = kindOf(special, response.status, special.json);
    if (kind === "stream") stay();
    if (kind !== "stream" && kind !== "blob") return response;
    const data = kind === "stream" ? response.body : await response.blob();
    // Where `call` looks for it. What is read as a text from here on is not the answer.
    return Object.defineProperties(response, {
      data: { value: data },
      text: { value: async () => "", writable: true },
    });
  };
};

/**
 * A signal that follows that of the attempt, whose time is up when the answer is there, and from `stay` on that of the
 * caller alone: a stream is read after that.
 */
function staying(attempt: AbortSignal | undefined, caller: AbortSignal | undefined) {
  const controller = new AbortController();
  const stop = (signal: AbortSignal) => controller.abort(signal.reason);
  const end = () => attempt && stop(attempt);
  attempt?.addEventListener("abort", end);
  if (attempt?.aborted) end();
  return {
    signal: controller.signal,
    stay: () => {
      attempt?.removeEventListener("abort", end);
      caller?.addEventListener("abort", () => stop(caller));
    },
  };
}
