import createFetchClient from "openapi-fetch";
import type { Operation } from "./errors.js";
import type { CallOptions, ClientOptions, Middleware } from "./options.js";
import { own } from "./own.js";
import { fillPath } from "./path.js";
import { type Call, reread, send, watch } from "./send.js";

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

/**
 * Makes a client. Nothing is sent.
 *
 * @throws {TypeError} for a `baseUrl` that is no address.
 */
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
  // What is no address is found out here, where no call's path can get into the message.
  const { url } = new Request(baseUrl);
  // openapi-fetch's own types check each call against all paths. `call` has done so already, at a hundredth of the cost.
  const { request, use, eject } = (createFetchClient as unknown as (options: object) => Inner)({
    Request: undefined,
    bodySerializer: undefined,
    headers: undefined,
    querySerializer: undefined,
  });
  let watched = false;
  return {
    use(...middleware) {
      watched = true;
      use(...middleware);
    },
    eject,
    [transport]: async (operation, input, options) => {
      const { path, query, header, body } = own(input);
      const special = own(options);
      const again = special.retry ?? retry;
      let secret = "";
      const call: Call = {
        operation,
        fetch,
        timeout: special.timeout ?? timeout,
        signal: special.signal,
        retry: own(again === false ? { limit: 0 } : { ...retry, ...again }),
        onRetry,
        // What is shorter than eight characters is no key but a word of a test, and words are in messages.
        hide: (text) => (secret[7] ? text.replaceAll(secret, "***") : text),
      };
      secret = usable(typeof apiKey === "function" ? await watch(call, async () => apiKey()) : apiKey);
      let answer: Response | undefined;
      const init = {
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
          ...special.headers,
        },
        fetch: async (request: Request) => {
          answer = await send(request, call);
          return watched ? reread(answer) : answer;
        },
      };
      const { response, error } = await request(operation.method, operation.path, init);
      // Middleware may have put another answer in the place of ours: of a failure openapi-fetch has read the body.
      const mine = answer?.text === response.text ? answer : undefined;
      const text = mine || response.ok ? response.text() : typeof error === "string" ? error : JSON.stringify(error);
      return { response: mine ?? response, text: (await text) ?? "" };
    },
  };
}

/** A key that a header can hold. It is not in the message of the error. */
function usable(key: string | undefined): string {
  const text = `${key ?? ""}`.trim();
  if (!/^[!-~]+$/.test(text)) throw new TypeError("no usable API key");
  return text;
}
