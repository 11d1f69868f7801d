import { GeneratorError } from "../errors.ts";
import { authorization, follow, isRedirect, withoutCredentials } from "./address.ts";
import type { Kept, Validators } from "./cache.ts";
import { failure } from "./failure.ts";
import type { Limits } from "./limits.ts";
import { type Missed, retryAfter } from "./retry.ts";
import { tooLarge } from "./size.ts";
import type { Answer, Fetch } from "./transport.ts";
import { watch } from "./watch.ts";

/** A body with what tells whether it is still current. */
export interface Got {
  readonly body: Buffer;
  /** Where it was in the end. */
  readonly from: URL;
  /** Absent where the body is the one that was kept, or must not be kept. */
  readonly validators?: Validators;
}

export interface Request {
  readonly url: URL;
  readonly fetch: Fetch;
  readonly limits: Limits;
  /** Who may be asked in the place of the server. */
  readonly proxy: string | undefined;
  /** The body of an earlier run, to be told that it is still the same. */
  readonly kept: Kept | undefined;
  /** Told how many bytes there are so far. */
  readonly received: (bytes: number) => void;
}

/** One try. What no other try would change is thrown. */
export async function attempt(request: Request): Promise<Got | Missed> {
  const { url, limits, proxy, received } = request;
  const { signal, heard, end } = watch(limits);
  let begun = false;
  try {
    const { answer, from, same } = await ask(request, signal, heard);
    if (answer.status === 304 && same !== undefined) return { body: same, from };
    if (answer.status !== 200) {
      await answer.body?.cancel();
      return refusal(answer, url, proxy);
    }
    begun = true;
    const body = await read(answer, withoutCredentials(url.href), limits.size, (bytes) => {
      heard();
      received(bytes);
    });
    return { body, from, ...validators(answer) };
  } catch (error) {
    if (error instanceof GeneratorError) throw error;
    if (signal.aborted) return { reason: signal.reason.message, again: true };
    return failure(error, { begun, source: withoutCredentials(url.href), proxy });
  } finally {
    end();
  }
}

/** The first answer that is no redirect, and what was kept of that address, if the server was told that we have it. */
async function ask({ url, fetch, kept }: Request, signal: AbortSignal, heard: () => void) {
  const headers = { accept: "application/json, application/yaml", ...authorization(url) };
  let from = Object.assign(new URL(url), { username: "", password: "", hash: "" });
  for (let hops = 0; ; hops++) {
    const known = kept?.at(from);
    const answer = await fetch(from.href, { headers: { ...headers, ...known }, redirect: "manual", signal });
    heard();
    if (!isRedirect(answer.status)) return { answer, from, same: known && kept?.body };
    await answer.body?.cancel();
    from = follow(from, answer.headers.get("location"), hops);
  }
}

/** A server that is busy or broken may recover; that a condition holds which was not made is another defect of it. */
function refusal({ status, statusText, headers }: Answer, url: URL, proxy: string | undefined): Missed {
  const reason = `the server answered ${status} ${statusText}`.trim();
  if (status !== 304 && status !== 429 && status < 500) {
    const remedy =
      proxy === undefined ? "Check the address" : `Check the address, and what the proxy ${proxy} lets through`;
    throw new GeneratorError("SOURCE_REFUSED", withoutCredentials(url.href), reason, remedy);
  }
  const asked = retryAfter(headers.get("retry-after"), Date.now());
  return { reason, again: true, asked };
}

/** The body, unpacked by `fetch`. A few packed bytes can hold a huge one: it is not read on when it is too large. */
async function read({ headers, body }: Answer, source: string, limit: number, received: (bytes: number) => void) {
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

function validators({ headers }: Answer): Pick<Got, "validators"> {
  const found = { etag: headers.get("etag"), modified: headers.get("last-modified") };
  if (/\bno-store\b/i.test(headers.get("cache-control") ?? "") || !(found.etag || found.modified)) return {};
  return { validators: found };
}
