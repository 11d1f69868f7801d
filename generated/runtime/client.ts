import createFetchClient from "openapi-fetch";
import type { CallContext, OperationRequest } from "./call-context.js";
import { fetchWithRetry, toBufferedResponse } from "./fetch-with-retry.js";
import type { CallOptions, ClientOptions, Middleware } from "./options.js";
import { ownProperties } from "./own-properties.js";
import { fillPath } from "./path.js";
import { withAttemptTimeout } from "./timeout.js";

declare const paths: unique symbol;

/** The key of a client's transport, which only the call functions use. */
export const transport: unique symbol = /* @__PURE__ */ Symbol("transport");

/**
 * A connection to the API. Pass it to the call functions. `Paths` is the document's type map and exists only for the
 * type checker.
 */
export interface Client<Paths> {
  /** Adds middleware, with the interface of openapi-fetch. */
  use(...middleware: Middleware[]): void;
  /** Removes middleware. */
  eject(...middleware: Middleware[]): void;
  readonly [transport]: Transport;
  readonly [paths]?: Paths;
}

/** Sends one operation. */
export type Transport = (request: OperationRequest, options?: CallOptions) => Promise<ReceivedResponse>;

/** A response whose body has been read. */
export interface ReceivedResponse {
  /** Has `data` if a plugin has read the body as something other than text. */
  readonly response: Response & { readonly data?: unknown };
  readonly text: string;
}

/** The options of a request to openapi-fetch. */
export interface FetchOptions {
  readonly params: { path: object; query: object; header?: object | undefined };
  headers: Record<string, string | undefined>;
  [option: string]: unknown;
}

/**
 * A step that adjusts requests before they are sent, for operations that need it. Plugins are separate modules, so that
 * clients contain only those that their document needs.
 */
export type RequestPlugin = (options: FetchOptions, call: CallContext) => unknown;

/** Combines plugins into one that runs them in order. */
export const composePlugins =
  (...plugins: RequestPlugin[]): RequestPlugin =>
  async (options, call) => {
    for (const plugin of plugins) await plugin(options, call);
  };

/** The part of openapi-fetch's client that is used here. */
interface OpenApiFetchClient {
  request(method: string, path: string, options: object): Promise<{ response: Response; error?: unknown }>;
  use(...middleware: Middleware[]): void;
  eject(...middleware: Middleware[]): void;
}

/** Shorter keys are not redacted: they are ordinary words of a test, and messages contain words. */
const minRedactedLength = 8;

/**
 * Creates a client. Sends nothing.
 *
 * @param defaultBaseUrl The document's server URL, unless `options.baseUrl` is set.
 * @throws {TypeError} If the base URL is not a URL.
 */
export function createClient<Paths>(
  defaultBaseUrl: string,
  options: Partial<ClientOptions> | undefined,
  plugin?: RequestPlugin,
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
    baseUrl = defaultBaseUrl,
  } = ownProperties(options);
  // Rejects an invalid URL here, where the message cannot contain the path of a call.
  const { url } = new Request(baseUrl);
  // openapi-fetch's own types check each call against all paths. `call` has already done so, at a hundredth of the cost.
  const openApiFetch = (createFetchClient as unknown as (options: object) => OpenApiFetchClient)({
    Request: undefined,
    bodySerializer: undefined,
    headers: undefined,
    querySerializer: undefined,
  });
  let hasMiddleware = false;
  return {
    use(...middleware) {
      hasMiddleware = true;
      openApiFetch.use(...middleware);
    },
    eject: openApiFetch.eject,
    [transport]: async (operation, options) => {
      const { path, query, header, body } = ownProperties(operation.input);
      const callOptions = ownProperties(options);
      const retryOptions = callOptions.retry ?? retry;
      let key = "";
      const call: CallContext = {
        operation,
        timeout: callOptions.timeout ?? timeout,
        fetch,
        signal: callOptions.signal,
        retry: ownProperties(retryOptions === false ? { limit: 0 } : { ...retry, ...retryOptions }),
        onRetry,
        redact: (text) => (key.length < minRedactedLength ? text : text.replaceAll(key, "***")),
      };
      key = validateApiKey(
        typeof apiKey === "function" ? await withAttemptTimeout(call, async () => apiKey()) : apiKey,
      );
      let sentResponse: Response | undefined;
      const fetchOptions: FetchOptions = {
        // openapi-fetch would look these up on `Object.prototype`. Spreading an object here would take 4 us.
        Request: undefined,
        bodySerializer: undefined,
        middleware: undefined,
        querySerializer: undefined,
        baseUrl: url,
        pathSerializer: fillPath,
        parseAs: "stream",
        // JSON turns dates into ISO 8601 strings.
        params: { path: ownProperties(path), query: ownProperties(query && JSON.parse(JSON.stringify(query))), header },
        body,
        redirect: "manual",
        headers: {
          authorization: `Bearer ${key}`,
          "user-agent": userAgent,
          "x-as-workspace": workspace,
          ...headers,
          ...callOptions.headers,
        },
        fetch: async (request: Request) => {
          sentResponse = await fetchWithRetry(request, call);
          return hasMiddleware ? toBufferedResponse(sentResponse) : sentResponse;
        },
      };
      await plugin?.(fetchOptions, call);
      const { response, error } = await openApiFetch.request(operation.method, operation.path, fetchOptions);
      if (sentResponse?.text === response.text) return { response: sentResponse, text: await response.text() };
      // Middleware has replaced the response. openapi-fetch has already read the body of a failure.
      return { response, text: response.ok ? await response.text() : toText(error) };
    },
  };
}

const toText = (error: unknown): string => (typeof error === "string" ? error : (JSON.stringify(error) ?? ""));

/**
 * Returns a key without surrounding whitespace.
 *
 * @throws {TypeError} If a header cannot contain the key. The message does not repeat it.
 */
export function validateApiKey(key: string | undefined): string {
  const trimmed = `${key ?? ""}`.trim();
  if (!/^[!-~]+$/.test(trimmed))
    throw new TypeError("The API key is empty or has a character that a header cannot contain.");
  return trimmed;
}
