import type { Fetch } from "./call-context.js";
import type { Retry, RetryOptions } from "./retry-policy.js";

/** Options of a client, which apply to all of its calls. */
export interface ClientOptions {
  /** The API key, or a function that returns it. The function runs before every call, so keys may rotate. */
  apiKey: string | (() => string | Promise<string>);
  /** Overrides the document's server URL, for example with that of a proxy or a test server. */
  baseUrl?: string | undefined;
  /**
   * The function that sends requests.
   *
   * @default globalThis.fetch
   */
  fetch?: Fetch | undefined;
  /** Headers to send with every call. */
  headers?: Record<string, string> | undefined;
  /** The `User-Agent` header. Defaults to that of the runtime; browsers do not let code set it. */
  userAgent?: string | undefined;
  /** The workspace to act for: the `x-as-workspace` header. */
  workspace?: string | undefined;
  /** When to retry a call, or `false` to never retry. */
  retry?: RetryOptions | false | undefined;
  /**
   * The time limit of one attempt, including reading the body, in milliseconds; `false` for no limit.
   *
   * @default 30_000
   */
  timeout?: number | false | undefined;
  /** Awaited before each retry delay. Throwing rejects the call. */
  onRetry?: ((retry: Retry) => void) | undefined;
}

/** Options of a single call. They override those of the client. */
export interface CallOptions {
  /** Headers to send with this call, in addition to those of the client. */
  headers?: Record<string, string> | undefined;
  /** Aborts the call, also while it waits for a retry. The call then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  retry?: RetryOptions | false | undefined;
  timeout?: number | false | undefined;
}

/** The result of a hook: a replacement, or nothing to keep the original. */
// biome-ignore lint/suspicious/noConfusingVoidType: hooks that only observe return nothing, in whatever way.
type HookResult<Replacement> = Replacement | void | undefined | Promise<Replacement | void | undefined>;

/** Observes or replaces requests and responses, with the interface of openapi-fetch. */
export interface Middleware {
  onRequest?(context: MiddlewareContext): HookResult<Request | Response>;
  onResponse?(context: MiddlewareContext & { response: Response }): HookResult<Response>;
  onError?(context: MiddlewareContext & { error: unknown }): HookResult<Response | Error>;
}

export interface MiddlewareContext {
  /** Its signal is ignored: only the signal and the timeout of the call abort it. */
  request: Request;
  /** The path template, as in the document. */
  readonly schemaPath: string;
  /** An id of the call, the same in every hook. */
  readonly id: string;
  /** The parameters of the call. */
  readonly params: { readonly path?: object; readonly query?: object; readonly header?: object };
  readonly options: { readonly baseUrl: string };
}
