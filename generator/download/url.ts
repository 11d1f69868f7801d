import { GeneratorError } from "../util/errors.ts";
import { maxRedirects } from "./download-limits.ts";

/** Whether a source is an address, whatever its scheme. What a Windows drive starts with is none. */
export const isUrl = (source: string): boolean => /^[a-z][a-z\d+.-]+:\/\//i.test(source);

/** An address as it may be written down. What is none stays as it is. */
export function withoutCredentials(address: string): string {
  if (!isUrl(address)) return address;
  if (!URL.canParse(address)) return address.replace(/\/\/.*@/s, "//");
  const url = new URL(address);
  if (url.username === "" && url.password === "") return address;
  return Object.assign(url, { username: "", password: "" }).href;
}

const isLoopback = ({ hostname }: URL): boolean => /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);

/** An address that may be asked: nobody on the way can read or change what https brings. */
export function parseSourceUrl(source: string): URL {
  const shown = withoutCredentials(source);
  if (!URL.canParse(source)) throw new GeneratorError("SOURCE_ADDRESS", shown, "this is no address", "Correct it");
  const url = new URL(source);
  if (url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url))) return url;
  const what =
    url.protocol === "http:"
      ? "anybody on the way could change what http brings"
      : `a document cannot be had by ${url.protocol.slice(0, -1)}`;
  throw new GeneratorError("SOURCE_ADDRESS", shown, what, "Give an https address, or a file");
}

/** Who asks, as HTTP wants it told. */
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
 * Where a redirect leads: only elsewhere on the same server, and not for ever. Another server could be anybody's, and
 * who moves the document for good is better named in the config.
 */
export function resolveRedirect(from: URL, location: string | null, hops: number): URL {
  const refused = (what: string, remedy: string): GeneratorError =>
    new GeneratorError("SOURCE_REDIRECT", withoutCredentials(from.href), what, remedy);
  if (location === null || !URL.canParse(location, from))
    throw refused("the server redirects, and does not say where to", "Check the address");
  const to = Object.assign(new URL(location, from), { username: "", password: "" });
  if (to.origin !== from.origin)
    throw refused(`the server redirects to another one, ${to.href}`, "If that is right, give that address");
  if (hops >= maxRedirects)
    throw refused(`the server redirects more than ${maxRedirects} times, now to ${to.href}`, "Check the address");
  return to;
}
