import type { Retry, RetryOptions } from "./retry.js";
import type { Fetch } from "./send.js";

/** How to reach the API, once for all calls of a client. */
export interface ClientOptions {
  /** The API key, or a function that gives it. The function is asked before every call, so keys may change. */
  apiKey: string | (() => string | Promise<string>);
  /** Where the API is, when not where its document says: a proxy, a test server. */
  baseUrl?: string | undefined;
  /** What sends the requests, when not the global `fetch`. */
  fetch?: Fetch | undefined;
  /** Headers to send with every call. */
  headers?: Record<string, string> | undefined;
  /** What the client calls itself, when not what the runtime does. Browsers have the last word. */
  userAgent?: string | undefined;
  /** The workspace to act for: the `x-as-workspace` header. */
  workspace?: string | undefined;
  /** When to try a call again, or `false` for never. */
  retry?: RetryOptions | false | undefined;
  /** How long an attempt may take with all it reads, in milliseconds, or `false` for ever. 30 000 unless told. */
  timeout?: number | false | undefined;
  /** Is told of every repetition before its wait, which begins when the hook is done. What it throws ends the call. */
  onRetry?: ((retry: Retry) => void) | undefined;
}

/** What may be told to a single call, over what the client was told. */
export interface CallOptions {
  /** Headers to send with this call as well. */
  headers?: Record<string, string> | undefined;
  /** Stops the call when aborted, between attempts too. The call then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  retry?: RetryOptions | false | undefined;
  timeout?: number | false | undefined;
}

/** What a hook gives back: something to go on with instead, or nothing. */
// biome-ignore lint/suspicious/noConfusingVoidType: hooks that only look on return nothing, in whatever way.
type Instead<What> = What | void | undefined | Promise<What | void | undefined>;

/** Code that sees requests and answers pass, as openapi-fetch has it: what it returns takes the place of what it saw. */
export interface Middleware {
  onRequest?(context: MiddlewareContext): Instead<Request | Response>;
  onResponse?(context: MiddlewareContext & { response: Response }): Instead<Response>;
  onError?(context: MiddlewareContext & { error: unknown }): Instead<Response | Error>;
}

export interface MiddlewareContext {
  /** A signal on it is not looked at: the call's own signal and its timeout hold, whatever becomes of the request. */
  request: Request;
  /** The path template, as in the document. */
  readonly schemaPath: string;
  /** One id per call, the same in every hook. */
  readonly id: string;
  /** What the call has put into the request. */
  readonly params: { readonly path?: object; readonly query?: object; readonly header?: object };
  readonly options: { readonly baseUrl: string };
}
