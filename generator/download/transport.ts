import { GeneratorError } from "../util/errors.ts";
import { withoutCredentials } from "./url.ts";

/** What is asked of `fetch`: Node's own and that of undici both do. */
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

/** How to ask, and what to do when all is asked. */
export interface Transport {
  readonly fetch: Fetch;
  readonly close: () => Promise<void>;
  /** The proxy that the environment names for such an address, as it may be written down. It may except the host. */
  readonly proxy: (url: URL) => string | undefined;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** The proxies that the environment names, in the variables that most programs read. */
export function readProxies(environment: Environment): { httpProxy: string; httpsProxy: string; noProxy: string } {
  const read = (name: string): string => environment[name] ?? environment[name.toUpperCase()] ?? "";
  return {
    httpProxy: readProxy("http_proxy", read),
    httpsProxy: readProxy("https_proxy", read),
    noProxy: read("no_proxy"),
  };
}

/** Without a scheme it is http, as curl has it. An address that is no good is not repeated: it may have a password. */
function readProxy(name: string, read: (name: string) => string): string {
  const text = read(name).trim();
  if (text === "") return "";
  const address = text.includes("://") ? text : `http://${text}`;
  if (/^https?:/i.test(address) && URL.canParse(address)) return address;
  throw new GeneratorError(
    "PROXY_INVALID",
    name.toUpperCase(),
    "this environment variable names no http or https proxy",
    "Correct it, or unset it",
  );
}

/** Node's own `fetch`, which knows no proxies; undici's, which is the same, where the environment names one. */
export async function createTransport(environment: Environment): Promise<Transport> {
  const found = readProxies(environment);
  if (found.httpProxy === "" && found.httpsProxy === "")
    return { fetch, close: async () => {}, proxy: () => undefined };
  const { EnvHttpProxyAgent, fetch: fetchBy } = await import("undici");
  const dispatcher = new EnvHttpProxyAgent(found);
  return {
    fetch: (url, init) => fetchBy(url, { ...init, dispatcher }),
    close: () => dispatcher.destroy(),
    proxy: ({ protocol }) => {
      const { httpProxy, httpsProxy } = found;
      return withoutCredentials(protocol === "https:" ? httpsProxy || httpProxy : httpProxy) || undefined;
    },
  };
}
