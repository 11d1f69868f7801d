import createFetchClient from "openapi-fetch";
import { fillPath } from "./path.js";

/** How to reach the API, once for all calls of a client. */
export interface ClientOptions {
  /** The API key, or a function that gives it. The function is asked before every call, so keys may change. */
  apiKey: string | (() => string | Promise<string>);
  /** Where the API is, when not where its document says: a proxy, a test server. */
  baseUrl?: string;
  /** What sends the requests, when not the global `fetch`. */
  fetch?: (request: Request) => Promise<Response>;
  /** Headers to send with every call. */
  headers?: Record<string, string>;
}

/** What may be told to a single call. */
export interface CallOptions {
  /** Headers to send with this call, over those of the client. */
  headers?: Record<string, string>;
  /** Stops the call when aborted. */
  signal?: AbortSignal;
}

/** Code that sees requests and answers pass, as openapi-fetch has it: whatever it returns takes the place of what it saw. */
export interface Middleware {
  onRequest?(context: MiddlewareContext): Request | Response | undefined | Promise<Request | Response | undefined>;
  onResponse?(
    context: MiddlewareContext & { response: Response },
  ): Response | undefined | Promise<Response | undefined>;
  onError?(
    context: MiddlewareContext & { error: unknown },
  ): Response | Error | undefined | Promise<Response | Error | undefined>;
}

export interface MiddlewareContext {
  request: Request;
  /** The path template, as in the document. */
  readonly schemaPath: string;
  /** One id per call, the same in every hook. */
  readonly id: string;
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

/** Sends one request: method, path template, and what goes into it. */
export type Transport = (method: string, path: string, message: Message) => Promise<Answer>;

export interface Message {
  params: { path: Record<string, unknown>; query?: object; header?: object; cookie?: object };
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** An answer whose successful body has not been read yet, and whose other body has. */
export interface Answer {
  error?: unknown;
  response: Response;
}

/** Makes a client. Nothing is sent. */
export function createClient<Paths>(baseUrl: string, options: ClientOptions): Client<Paths> {
  const { apiKey, baseUrl: elsewhere = baseUrl, ...rest } = options;
  const inner = createFetchClient({ ...rest, baseUrl: elsewhere, pathSerializer: fillPath });
  return {
    // The middleware types are structurally those of openapi-fetch, cut down to what its documentation promises.
    use: inner.use as Client<Paths>["use"],
    eject: inner.eject as Client<Paths>["eject"],
    [transport]: async (method, path, { headers, ...message }) => {
      const key = typeof apiKey === "function" ? await apiKey() : apiKey;
      const init = { ...message, headers: { Authorization: `Bearer ${key}`, ...headers }, parseAs: "stream" };
      // openapi-fetch checks these three against its own reading of the paths; `call` has done so already.
      return inner.request(method as never, path as never, init as never);
    },
  };
}
