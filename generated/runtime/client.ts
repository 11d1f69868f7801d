import createFetchClient from "openapi-fetch";
import type { Operation } from "./errors.js";
import { own } from "./own.js";
import { fillPath } from "./path.js";
import type { Retry, RetryOptions } from "./retry.js";
import { type Call, type Fetch, failure, send } from "./send.js";

/** How to reach the API, once for all calls of a client. */
export interface ClientOptions {
  /** The API key, or a function that gives it. The function is asked before every call, so keys may change. */
  apiKey: string | (() => string | Promise<string>);
  /** Where the API is, when not where its document says: a proxy, a test server. */
  baseUrl?: string;
  /** What sends the requests, when not the global `fetch`. */
  fetch?: Fetch;
  /** Headers to send with every call. */
  headers?: Record<string, string>;
  /** What the client calls itself, when not what the runtime does. Browsers have the last word. */
  userAgent?: string;
  /** The workspace to act for: the `x-as-workspace` header. */
  workspace?: string;
  /** When to try a call again, or `false` for never. */
  retry?: RetryOptions | false;
  /** How long an attempt may take with all it reads, in milliseconds, or `false` for ever. 30 000 unless told. */
  timeout?: number | false;
  /** Is told of every repetition, before the wait. */
  onRetry?: (retry: Retry) => void;
}

/** What may be told to a single call, over what the client was told. */
export interface CallOptions {
  /** Headers to send with this call as well. */
  headers?: Record<string, string>;
  /** Stops the call when aborted, between attempts too. The call then rejects with the signal's reason. */
  signal?: AbortSignal;
  retry?: RetryOptions | false;
  timeout?: number | false;
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
  request: Request;
  /** The path template, as in the document. */
  readonly schemaPath: string;
  /** One id per call, the same in every hook. */
  readonly id: string;
  /** What the call puts into the request. The path's values have their place in its URL already. */
  readonly params: { readonly query?: object; readonly header?: object };
  readonly options: { readonly baseUrl: string };
}

declare const paths: unique symbol;

/** Where the call functions find what sends for them. */
export const transport: unique symbol = /* @__PURE__ */ Symbol("transport");

/**
 * A connection to the API. It is handed to the call functions and has nothing to call itself. `Paths` is the type map
 * of the document, carried for the type checker alone.
 */
export interface Client<Paths> {
  /** Adds middleware, in openapi-fetch's form. */
  use(...middleware: Middleware[]): void;
  /** Takes middleware out again. */
  eject(...middleware: Middleware[]): void;
  readonly [transport]: Transport;
  readonly [paths]?: Paths;
}

/** Sends one operation with what goes into it. */
export type Transport = (operation: Operation, input?: Groups, options?: CallOptions) => Promise<Answer>;

/** The groups of an input as they are at run time. */
export interface Groups {
  readonly path?: Readonly<Record<string, unknown>>;
  readonly query?: object;
  readonly header?: object;
  readonly body?: unknown;
}

/** An answer that has been read. */
export interface Answer {
  readonly response: Response;
  readonly text: string;
}

/** As much of openapi-fetch's client as is used here. */
interface Inner {
  request(method: string, path: string, init: object): Promise<{ response: Response; error?: unknown }>;
  use(...middleware: Middleware[]): void;
  eject(...middleware: Middleware[]): void;
}

/** Makes a client. Nothing is sent. */
export function createClient<Paths>(address: string, options: ClientOptions): Client<Paths> {
  const {
    apiKey,
    headers,
    userAgent,
    workspace,
    fetch,
    retry,
    timeout = 30_000,
    onRetry,
    baseUrl = address,
  } = own(options);
  const base = baseUrl.replace(/\/$/, "");
  // openapi-fetch's own types check each call against all paths. `call` has done so already, at a hundredth of the cost.
  const { request, use, eject } = (createFetchClient as unknown as (options: object) => Inner)({
    Request: undefined,
    bodySerializer: undefined,
    headers: undefined,
    querySerializer: undefined,
  });
  return {
    use,
    eject,
    [transport]: async ({ name, method, path }, input, options) => {
      const { path: values, query, header, body } = own(input);
      const special = own(options);
      const secret = usable(typeof apiKey === "function" ? await apiKey() : apiKey);
      const again = special.retry ?? retry;
      const call: Call = {
        name,
        method,
        path,
        fetch: fetch ?? globalThis.fetch,
        retry: again !== false && own({ ...retry, ...again }),
        timeout: special.timeout ?? timeout,
        onRetry,
        signal: special.signal,
        secret,
      };
      let answer: Response | undefined;
      // Everything that openapi-fetch would otherwise look up on `Object.prototype` is told, `undefined` included.
      const init = {
        baseUrl: base,
        pathSerializer: () => base + fillPath(path, own(values)),
        Request: undefined,
        bodySerializer: undefined,
        querySerializer: undefined,
        middleware: undefined,
        parseAs: "stream",
        // As JSON has it: dates are texts in ISO 8601.
        params: { path: {}, query: own(query && JSON.parse(JSON.stringify(query))), header },
        body,
        redirect: "manual",
        headers: {
          authorization: `Bearer ${secret}`,
          "user-agent": userAgent,
          "x-as-workspace": workspace,
          ...headers,
          ...special.headers,
        },
        fetch: async (request: Request) => {
          answer = await send(request, call);
          return answer.ok ? answer : readable(answer, call);
        },
      };
      try {
        const { response, error } = await request(method, path, init);
        // Middleware may have put another answer in the place of ours; of a failure openapi-fetch has the body then.
        if (response === answer || response.ok) return { response, text: await readable(response, call).text() };
        return { response, text: typeof error === "string" ? error : (JSON.stringify(error) ?? "") };
      } finally {
        call.end?.();
      }
    },
  };
}

/** A key that a header can hold. It is not in the message of the error. */
function usable(key: string): string {
  const text = String(key ?? "").trim();
  if (/^[!-~]+$/.test(text)) return text;
  throw new TypeError("no usable API key");
}

/** Lets a body be read as text more than once: by openapi-fetch, by us, and by the caller. */
function readable(response: Response, call: Call): Response {
  const text = response.text.bind(response);
  let read: Promise<string> | undefined;
  response.text = () => {
    read ??= text().catch((error) => {
      throw failure(error, call);
    });
    return read;
  };
  return response;
}
