import { type Client, createClient, type Part } from "./client.js";
import type { ClientOptions } from "./options.js";

/** How to reach an API that asks for no key. */
export interface OpenOptions extends Omit<ClientOptions, "apiKey" | "workspace"> {}

/** Stands where a key is asked for, and is never sent. */
const noKey = "-";

/** Makes a client that shows no key; the rest is as with {@link createClient}. */
export const createOpenClient = <Paths>(
  address: string,
  options: Partial<ClientOptions> | undefined,
  part?: Part,
): Client<Paths> =>
  createClient(address, { ...options, apiKey: noKey }, (init, call) => {
    const { authorization, ...headers } = init.headers;
    // Unless the caller has set one.
    init.headers = authorization === `Bearer ${noKey}` ? headers : init.headers;
    return part?.(init, call);
  });
