import { GeneratorError } from "../errors.ts";
import type { Missed } from "./retry.ts";

/**
 * What went wrong on the way, in words. A name that does not resolve, a certificate that is not accepted and a proxy
 * that says no will be the same in two seconds.
 */
export function failure(
  error: unknown,
  { begun, source, proxy = "" }: { begun: boolean; source: string; proxy: string | undefined },
): Missed {
  const cause = rootOf(error);
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const message = cause instanceof Error ? cause.message : String(cause);
  if (code === "ENOTFOUND" || code === "EAI_AGAIN")
    return { reason: `the host name does not resolve (${code})`, again: false };
  if (/CERT|SIGNATURE|ERR_TLS/.test(code))
    return { reason: `the server's certificate is not accepted (${code})`, again: false };
  const answered = /^Proxy response \((\d+)\)/.exec(message)?.[1];
  if (answered !== undefined)
    return { reason: `the proxy ${proxy} answered ${answered}`, again: Number(answered) >= 500 };
  if (/^Z_|^ERR_BROTLI|^ERR__ERROR|^ERR_ZLIB/.test(code))
    throw new GeneratorError(
      "SOURCE_ENCODING",
      source,
      `what the server packed does not unpack (${code})`,
      "Try again later, or get the document in another way",
    );
  return { reason: `${begun ? "the answer broke off" : "no connection"} (${code || message})`, again: true };
}

/** `fetch` wraps what happened, undici's proxies once more. */
const rootOf = (error: unknown): unknown =>
  error instanceof Error && error.cause instanceof Error ? rootOf(error.cause) : error;
