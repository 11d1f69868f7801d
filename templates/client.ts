import createFetchClient from "openapi-fetch";
import type { CallOptions, ClientOptions, Middleware } from "./options.js";
import { own } from "./own.js";
import { fillPath } from "./path.js";
import { type Asked, type Call, reread, send, watch } from "./send.js";

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
export type Transport = (asked: Asked, options?: CallOptions) => Promise<Answer>;

/** An answer that has been read. */
export interface Answer {
  /** With what it holds, where a part of the client has taken that instead of the text. */
  readonly response: Response & { readonly data?: unknown };
  readonly text: string;
}

/** What is about to be sent, in openapi-fetch's words. */
export interface Init {
  readonly params: { path: object; query: object; header?: object | undefined };
  headers: Record<string, string | undefined>;
  [more: string]: unknown;
}

/**
 * A part of a client: changes what is about to be sent, and how, where an operation asks for it. Parts stand in files
 * of their own, so that a document which needs none of them pays for none.
 */
export type Part = (init: Init, call: Call) => unknown;

/** As much of openapi-fetch's client as is used here. */
interface Inner {
  request(method: string, path: string, init: object): Promise<{ response: Response; error?: unknown }>;
  use(...middleware: Middleware[]): void;
  eject(...middleware: Middleware[]): void;
}

/**
 * Makes a client. Nothing is sent.
 *
 * @param part what it is made of besides, instead of showing the API key.
 * @throws {TypeError} for a `baseUrl` that is no address.
 */
export function createClient<Paths>(
  address: string,
  options: Partial<ClientOptions> | undefined,
  part?: Part,
): Client<Paths> {
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
  // What is no address is found out here, where no call's path can get into the message.
  const { url } = new Request(baseUrl);
  // openapi-fetch's own types check each call against all paths. `call` has done so already, at a hundredth of the cost.
  const inner = (createFetchClient as unknown as (options: object) => Inner)({
    Request: undefined,
    bodySerializer: undefined,
    headers: undefined,
    querySerializer: undefined,
  });
  let watched = false;
  return {
    use(...middleware) {
      watched = true;
      inner.use(...middleware);
    },
    eject: inner.eject,
    [transport]: async (operation, options) => {
      const { path, query, header, body } = own(operation.input);
      const one = own(options);
      const again = one.retry ?? retry;
      let secret = "";
      const call: Call = {
        operation,
        timeout: one.timeout ?? timeout,
        fetch,
        signal: one.signal,
        retry: own(again === false ? { limit: 0 } : { ...retry, ...again }),
        onRetry,
        // What is shorter than eight characters is no key but a word of a test, and words are in messages.
        hide: (text) => (secret[7] ? text.replaceAll(secret, "***") : text),
      };
      secret = usable(typeof apiKey === "function" ? await watch(call, async () => apiKey()) : apiKey);
      let answer: Response | undefined;
      const init: Init = {
        // What openapi-fetch would otherwise look up on `Object.prototype`. No spread: it takes V8 4 us.
        Request: undefined,
        bodySerializer: undefined,
        middleware: undefined,
        querySerializer: undefined,
        baseUrl: url,
        pathSerializer: fillPath,
        parseAs: "stream",
        // As JSON has it: dates are texts in ISO 8601.
        params: { path: own(path), query: own(query && JSON.parse(JSON.stringify(query))), header },
        body,
        redirect: "manual",
        headers: {
          authorization: `Bearer ${secret}`,
          "user-agent": userAgent,
          "x-as-workspace": workspace,
          ...headers,
          ...one.headers,
        },
        fetch: async (request: Request) => {
          answer = await send(request, call);
          return watched ? reread(answer) : answer;
        },
      };
      await part?.(init, call);
      const { response, error } = await inner.request(operation.method, operation.path, init);
      // Middleware may have put another answer in the place of ours: of a failure openapi-fetch has read the body.
      const mine = answer?.text === response.text && answer;
      return {
        response: mine || response,
        text:
          (mine || response.ok ? await response.text() : typeof error === "string" ? error : JSON.stringify(error)) ??
          "",
      };
    },
  };
}

/** A key that a header can hold. It is not in the message of the error. */
export function usable(key: string | undefined): string {
  const text = `${key ?? ""}`.trim();
  if (!/^[!-~]+$/.test(text)) throw new TypeError("the API key is not usable");
  return text;
}
