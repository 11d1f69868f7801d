import type { Init } from "./client.js";
import { own } from "./own.js";

/** Adds to the cookies of a request. Browsers keep those to themselves: there nothing is sent. */
export function addCookie(init: Init, text: string): void {
  const { cookie } = own(init.headers);
  init.headers = { ...init.headers, cookie: cookie ? `${cookie}; ${text}` : text };
}
