import type { FetchOptions } from "./client.js";
import { ownProperties } from "./own-properties.js";

/** Adds cookies to a request. Browsers do not let code set them: there, none are sent. */
export function addCookies(options: FetchOptions, cookies: string): void {
  const { cookie } = ownProperties(options.headers);
  options.headers = { ...options.headers, cookie: cookie ? `${cookie}; ${cookies}` : cookies };
}
