import type { FetchOptions } from "./client.js";
import { ownProperties } from "./own-properties.js";

/** Adds cookies to a request. Browsers ignore cookies that code sets. */
export function addCookies(options: FetchOptions, cookies: string): void {
  const { cookie } = ownProperties(options.headers);
  options.headers = { ...options.headers, cookie: cookie ? `${cookie}; ${cookies}` : cookies };
}
