import type { CallContext } from "./call-context.js";
import { type Client, createClient, type FetchOptions, type RequestPlugin, validateApiKey } from "./client.js";
import { addCookies } from "./cookies.js";
import type { ClientOptions } from "./options.js";
import { ownProperties } from "./own-properties.js";
import { withAttemptTimeout } from "./timeout.js";

/** Options of a client for an API without credentials. */
export interface UnauthenticatedOptions extends Omit<ClientOptions, "apiKey" | "workspace"> {}

/** A secret, or a function that returns it. The function runs before every call, so secrets may rotate. */
export type Secret = string | (() => string | Promise<string>);

/** A user name and password (RFC 7617). */
export interface BasicCredentials {
  readonly username: Secret;
  readonly password?: Secret;
}

/** Options of a client for an API with an API key, wherever the key is sent. */
export interface ApiKeyOptions extends UnauthenticatedOptions {
  /** The API key, or a function that returns it. The function runs before every call, so keys may rotate. */
  apiKey: Secret;
}

/** Options of a client for an API with a user name and password. */
export interface BasicCredentialsOptions extends UnauthenticatedOptions, BasicCredentials {}

/** Options of a client for an API with access tokens (OAuth 2, OpenID Connect). */
export interface TokenOptions extends UnauthenticatedOptions {
  /** The access token, or a function that returns it. The function runs before every call, so tokens may rotate. */
  accessToken: Secret;
}

/** Options of a client for an API with several security schemes. */
export interface CredentialsOptions<Definition extends SecurityDefinition> extends UnauthenticatedOptions {
  /** By scheme name. A call sends the first alternative whose credentials are complete. */
  credentials?: {
    readonly [Name in keyof Definition["schemes"]]?: Definition["schemes"][Name] extends { scheme: "basic" }
      ? BasicCredentials
      : Secret;
  };
}

/** The security schemes of a document, and what most of its operations require. */
export interface SecurityDefinition {
  readonly schemes: Readonly<Record<string, SecurityScheme>>;
  /** Alternatives, each a list of scheme names. Operations may override them. */
  readonly requirement: readonly (readonly string[])[];
}

export type SecurityScheme =
  | { readonly type: "apiKey"; readonly in: "header" | "query" | "cookie"; readonly name: string }
  | { readonly type: "http"; readonly scheme: string }
  | { readonly type: "oauth2" | "openIdConnect" };

/** Every form in which options contain credentials. */
type AnyCredentialsOptions = UnauthenticatedOptions &
  Partial<BasicCredentials> & { apiKey?: Secret; accessToken?: Secret; credentials?: Credentials };
type Credentials = Readonly<Record<string, Secret | BasicCredentials | undefined>>;

/** Shorter secrets are not redacted: they are ordinary words of a test, and messages contain words. */
const minRedactedLength = 8;

/** Takes the place of the key that {@link createClient} requires, and is never sent. */
const noKey = "-";

/** Creates a client that sends no credentials. See {@link createClient}. */
export const createUnauthenticatedClient = <Paths>(
  defaultBaseUrl: string,
  options: Partial<ClientOptions> | undefined,
  plugin?: RequestPlugin,
): Client<Paths> =>
  createClient(defaultBaseUrl, { ...options, apiKey: noKey }, (fetchOptions, call) => {
    const { authorization, ...headers } = fetchOptions.headers;
    // The caller's own header stays.
    if (authorization === `Bearer ${noKey}`) fetchOptions.headers = headers;
    return plugin?.(fetchOptions, call);
  });

/** Creates a client that sends the credentials that each operation requires. See {@link createClient}. */
export function createSecuredClient<Paths>(
  defaultBaseUrl: string,
  options: AnyCredentialsOptions | undefined,
  { schemes, requirement }: SecurityDefinition,
  plugin?: RequestPlugin,
): Client<Paths> {
  const credentials = credentialsByScheme(ownProperties(options), schemes);
  return createUnauthenticatedClient(defaultBaseUrl, options, async (fetchOptions, call) => {
    await plugin?.(fetchOptions, call);
    const required = ownProperties(call.operation.overrides).security ?? requirement;
    const secrets: string[] = [];
    let inQuery = false;
    for (const name of selectSecurityRequirement(required, credentials, call)) {
      const scheme = schemes[name];
      const credential = credentials[name];
      if (scheme === undefined || credential === undefined) continue;
      secrets.push(...(await applySecurityScheme(fetchOptions, call, scheme, credential)));
      inQuery ||= scheme.type === "apiKey" && scheme.in === "query";
    }
    const forms = secrets.flatMap((secret) => [secret, encodeURIComponent(secret)]);
    const redacted = forms.filter(({ length }) => length >= minRedactedLength);
    call.redact = (text) => redacted.reduce((rest, form) => rest.replaceAll(form, "***"), text);
    if (inQuery) redactResponseUrl(call);
  });
}

/** Returns the credentials by scheme name. An API with one kind of credentials takes them without a name. */
function credentialsByScheme(
  { credentials, username, password = "", accessToken, apiKey = accessToken }: AnyCredentialsOptions,
  schemes: SecurityDefinition["schemes"],
): Credentials {
  const only = username === undefined ? apiKey : { username, password };
  return ownProperties(credentials ?? Object.fromEntries(Object.keys(schemes).map((name) => [name, only])));
}

/** Selects the first alternative whose credentials are complete, or else the one that requires none. */
function selectSecurityRequirement(
  alternatives: SecurityDefinition["requirement"],
  credentials: Credentials,
  { operation }: CallContext,
): readonly string[] {
  const complete = alternatives.find(
    (names) => names.length > 0 && names.every((name) => credentials[name] !== undefined),
  );
  if (complete) return complete;
  if (alternatives.length === 0 || alternatives.some((names) => names.length === 0)) return [];
  const wanted = alternatives.map((names) => names.join(" and ")).join(", or ");
  throw new TypeError(`${operation.name} needs credentials: ${wanted}`);
}

/** Adds credentials where their scheme says. Returns the secrets that messages must not contain. */
async function applySecurityScheme(
  options: FetchOptions,
  call: CallContext,
  scheme: SecurityScheme,
  credential: Secret | BasicCredentials,
): Promise<string[]> {
  const resolve = async (secret: Secret = "") =>
    typeof secret === "function" ? await withAttemptTimeout(call, async () => secret()) : secret;
  if (typeof credential === "object") {
    const username = (await resolve(credential.username)) ?? "";
    const password = (await resolve(credential.password)) ?? "";
    const token = encodeBasicCredentials(username, password);
    setAuthorization(options, `Basic ${token}`);
    return [token, password || username];
  }
  const secret = validateApiKey(await resolve(credential));
  if (scheme.type !== "apiKey") {
    const prefix = scheme.type === "http" ? httpSchemeName(scheme.scheme) : "Bearer";
    setAuthorization(options, `${prefix} ${secret}`);
  } else if (scheme.in === "query") {
    options.params.query = { ...options.params.query, [scheme.name]: secret };
  } else if (scheme.in === "cookie") {
    addCookies(options, `${encodeURIComponent(scheme.name)}=${encodeURIComponent(secret)}`);
  } else {
    options.headers = { [scheme.name]: secret, ...options.headers };
  }
  return [secret];
}

/** The name of an HTTP authentication scheme, in the case that its registry uses: `Bearer`. */
const httpSchemeName = (scheme: string): string => (scheme.toLowerCase() === "bearer" ? "Bearer" : scheme);

/** Sets the header unless the caller has set it. */
const setAuthorization = (options: FetchOptions, authorization: string): void => {
  options.headers = { authorization, ...options.headers };
};

/** Encodes a user name and password as RFC 7617 defines. The error message repeats neither. */
function encodeBasicCredentials(username: string, password: string): string {
  if (/[:\p{Cc}]/u.test(username) || /\p{Cc}/u.test(password))
    throw new TypeError("`username` has a colon or a control character, or `password` has a control character.");
  return btoa(String.fromCharCode(...new TextEncoder().encode(`${username}:${password}`)));
}

/** Removes a key that is sent in the query from the URL of the response. */
function redactResponseUrl(call: CallContext): void {
  const fetch = call.fetch ?? globalThis.fetch;
  call.fetch = async (request, attempt) => {
    const response = await fetch(request, attempt);
    return Object.defineProperty(response, "url", { value: call.redact(response.url) });
  };
}
