import { GeneratorError } from "../util/errors.ts";
import { maxRedirects } from "./download-limits.ts";

/** Whether a source is a URL, with any scheme. A Windows drive such as `C:` is not a scheme. */
export const isUrl = (source: string): boolean => /^[a-z][a-z\d+.-]+:\/\//i.test(source);

/** Removes user name and password from a URL, for messages and files. Other sources stay as they are. */
export function withoutCredentials(address: string): string {
  if (!isUrl(address)) return address;
  if (!URL.canParse(address)) return address.replace(/\/\/.*@/s, "//");
  const url = new URL(address);
  if (url.username === "" && url.password === "") return address;
  return Object.assign(url, { username: "", password: "" }).href;
}

const isLoopback = ({ hostname }: URL): boolean => /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);

/**
 * Parses the URL of a document.
 *
 * @throws {GeneratorError} `SOURCE_ADDRESS` unless it is an https URL, or an http URL of this machine.
 */
export function parseSourceUrl(source: string): URL {
  const safeSource = withoutCredentials(source);
  if (!URL.canParse(source)) throw new GeneratorError("SOURCE_ADDRESS", safeSource, "this is not a URL", "Correct it");
  const url = new URL(source);
  if (url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url))) return url;
  const what =
    url.protocol === "http:"
      ? "anyone on the network could change a document that is downloaded over http"
      : `documents cannot be downloaded over ${url.protocol.slice(0, -1)}`;
  throw new GeneratorError("SOURCE_ADDRESS", safeSource, what, "Pass an https URL or a file");
}

/** Returns the `Authorization` header for the credentials of a URL. */
export function authorizationHeader({ username, password }: URL): Record<string, string> {
  if (username === "" && password === "") return {};
  const pair = Buffer.from(`${decodeComponent(username)}:${decodeComponent(password)}`);
  return { authorization: `Basic ${pair.toString("base64")}` };
}

function decodeComponent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

/**
 * Returns the target of a redirect. Only redirects within the same origin are followed, and only a few of them: another
 * origin could belong to anyone, and a document that has moved should be configured with its new URL.
 */
export function resolveRedirect(from: URL, location: string | null, redirects: number): URL {
  const refused = (what: string, remedy: string): GeneratorError =>
    new GeneratorError("SOURCE_REDIRECT", withoutCredentials(from.href), what, remedy);
  if (location === null || !URL.canParse(location, from))
    throw refused("the server redirects without a location", "Check the URL");
  const to = Object.assign(new URL(location, from), { username: "", password: "" });
  if (to.origin !== from.origin)
    throw refused(`the server redirects to another server, ${to.href}`, "If that is correct, pass that URL");
  if (redirects >= maxRedirects)
    throw refused(`the server redirects more than ${maxRedirects} times, now to ${to.href}`, "Check the URL");
  return to;
}
