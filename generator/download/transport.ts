import { GeneratorError } from "../util/errors.ts";
import { withoutCredentials } from "./url.ts";

/** The part of `fetch` that is used here. Node's own and undici's both have it. */
export type Fetch = (
  url: string,
  init: { headers: Record<string, string>; redirect: "manual"; signal: AbortSignal },
) => Promise<FetchResponse>;

export interface FetchResponse {
  readonly status: number;
  readonly statusText: string;
  readonly headers: { get(name: string): string | null };
  readonly body: Body | null;
}

interface Body {
  cancel(): Promise<void>;
  getReader(): { read(): Promise<{ done: boolean; value?: Uint8Array | undefined }>; cancel(): Promise<void> };
}

/** A way to send requests. Close it when all requests are done. */
export interface Transport {
  readonly fetch: Fetch;
  readonly close: () => Promise<void>;
  /** Returns the proxy for a URL, without credentials. `NO_PROXY` may still exclude the host. */
  readonly proxy: (url: URL) => string | undefined;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the proxies from the environment variables that most programs read, such as curl. */
export function readProxies(environment: Environment): { httpProxy: string; httpsProxy: string; noProxy: string } {
  const read = (name: string): string => environment[name] ?? environment[name.toUpperCase()] ?? "";
  return {
    httpProxy: readProxy("http_proxy", read),
    httpsProxy: readProxy("https_proxy", read),
    noProxy: read("no_proxy"),
  };
}

/** Reads one variable. The scheme defaults to http, as in curl. The error does not repeat the value: it may have a password. */
function readProxy(name: string, read: (name: string) => string): string {
  const text = read(name).trim();
  if (text === "") return "";
  const url = text.includes("://") ? text : `http://${text}`;
  if (/^https?:/i.test(url) && URL.canParse(url)) return url;
  throw new GeneratorError(
    "PROXY_INVALID",
    name.toUpperCase(),
    "this environment variable is not the URL of an http or https proxy",
    "Correct it, or unset it",
  );
}

/** Creates a transport: undici's `fetch` if the environment has a proxy, else Node's own, which does not support proxies. */
export async function createTransport(environment: Environment): Promise<Transport> {
  const found = readProxies(environment);
  if (found.httpProxy === "" && found.httpsProxy === "")
    return { fetch, close: async () => {}, proxy: () => undefined };
  const { EnvHttpProxyAgent, fetch: undiciFetch } = await import("undici");
  const dispatcher = new EnvHttpProxyAgent(found);
  return {
    fetch: (url, init) => undiciFetch(url, { ...init, dispatcher }),
    close: () => dispatcher.destroy(),
    proxy: ({ protocol }) => {
      const { httpProxy, httpsProxy } = found;
      return withoutCredentials(protocol === "https:" ? httpsProxy || httpProxy : httpProxy) || undefined;
    },
  };
}
