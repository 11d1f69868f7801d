// Generated from spec/api_v2.account.json. Do not edit: run `npm run generate`.

import { type Client, createClient } from "./runtime/client.js";
import type { ClientOptions } from "./runtime/options.js";
import type { paths } from "./types.js";

/** A connection to the API. Every call takes it as its first argument. */
export type AccountClient = Client<paths>;

/** Creates a client for https://api.instantly.ai, or for the `baseUrl` of the options. Sends nothing. */
export function createAccountClient(options: ClientOptions): AccountClient {
  return createClient("https://api.instantly.ai", options);
}
