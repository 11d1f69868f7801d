import { type Client, type Init, type Part, usable } from "./client.js";
import { addCookie } from "./cookies.js";
import { createOpenClient, type OpenOptions } from "./open.js";
import { own } from "./own.js";
import { type Call, watch } from "./send.js";

/** A secret, or a function that gives it. The function is asked before every call, so secrets may change. */
export type Secret = string | (() => string | Promise<string>);

/** A name and its password. */
export interface Login {
  readonly username: Secret;
  readonly password?: Secret;
}

/** How to reach an API that asks for a key, wherever the key goes. */
export interface ApiKeyOptions extends OpenOptions {
  /** The API key, or a function that gives it. The function is asked before every call, so keys may change. */
  apiKey: Secret;
}

/** How to reach an API that asks for a name and a password. */
export interface LoginOptions extends OpenOptions, Login {}

/** How to reach an API that asks for a token that its authorization server has given (OAuth 2, OpenID Connect). */
export interface TokenOptions extends OpenOptions {
  /** The access token, or a function that gives it. The function is asked before every call, so tokens may change. */
  accessToken: Secret;
}

/** How to reach an API that has several security schemes. */
export interface CredentialsOptions<A extends Access> extends OpenOptions {
  /** By the names of the document's schemes. A call shows the first alternative of which all is there. */
  credentials?: {
    readonly [Name in keyof A["schemes"]]?: A["schemes"][Name] extends { scheme: "basic" } ? Login : Secret;
  };
}

/** What the document says of security, in its own words. */
export interface Access {
  readonly schemes: Readonly<Record<string, Scheme>>;
  /** What has to be shown, unless an operation says otherwise: alternatives, each of which may need several schemes. */
  readonly security: readonly (readonly string[])[];
}

export type Scheme =
  | { readonly type: "apiKey"; readonly in: "header" | "query" | "cookie"; readonly name: string }
  | { readonly type: "http"; readonly scheme: string }
  | { readonly type: "oauth2" | "openIdConnect" };

/** Every way in which credentials can be given. */
type Given = OpenOptions & Partial<Login> & { apiKey?: Secret; accessToken?: Secret; credentials?: Credentials };
type Credentials = Readonly<Record<string, Secret | Login | undefined>>;

/** Makes a client that shows what each operation asks for, where the document says; the rest is as with any client. */
export function createSecuredClient<Paths>(
  address: string,
  options: Given | undefined,
  { schemes, security }: Access,
  part?: Part,
): Client<Paths> {
  const given = own(options);
  const { username, apiKey = given.accessToken, password = "" } = given;
  const only = username === undefined ? apiKey : { username, password };
  const credentials = own(
    given.credentials ?? (Object.fromEntries(Object.keys(schemes).map((name) => [name, only])) as Credentials),
  );
  return createOpenClient(address, options, async (init, call) => {
    await part?.(init, call);
    const names = choose(own(call.operation.special).security ?? security, credentials, call);
    const secrets: string[] = [];
    for (const name of names) {
      const scheme = schemes[name];
      const credential = credentials[name];
      if (scheme && credential !== undefined) secrets.push(...(await show(init, call, scheme, credential)));
    }
    // Words of a test, which are shorter than a key, stay in messages, as with any client.
    const forms = secrets.flatMap((each) => [each, encodeURIComponent(each)]).filter(({ length }) => length > 7);
    call.hide = (text) => forms.reduce((rest, form) => rest.replaceAll(form, "***"), text);
    if (names.some((name) => Object.values(schemes[name] ?? {}).includes("query"))) hideAddress(call);
  });
}

/** The first alternative of which everything has been given; that nothing has to be shown is the last one. */
function choose(alternatives: Access["security"], given: Credentials, { operation }: Call): readonly string[] {
  const found = alternatives.find((names) => names.length > 0 && names.every((name) => given[name] !== undefined));
  if (found || alternatives.length === 0 || alternatives.some(({ length }) => length === 0)) return found ?? [];
  const wanted = alternatives.map((names) => names.join(" and ")).join(", or ");
  throw new TypeError(`${operation.name} needs credentials: ${wanted}`);
}

/** Puts what proves who calls where its scheme says, and gives back what nobody else may see. */
async function show(init: Init, call: Call, scheme: Scheme, credential: Secret | Login): Promise<string[]> {
  const ask = async (secret: Secret = "") =>
    typeof secret === "function" ? await watch(call, async () => secret()) : secret;
  if (typeof credential === "object") {
    const [username = "", password = ""] = [await ask(credential.username), await ask(credential.password)];
    const token = basic(username, password);
    authorize(init, `Basic ${token}`);
    return [token, password || username];
  }
  const secret = usable(await ask(credential));
  if (scheme.type !== "apiKey")
    authorize(init, `${scheme.type === "http" ? named(scheme.scheme) : "Bearer"} ${secret}`);
  else if (scheme.in === "query") init.params.query = { ...init.params.query, [scheme.name]: secret };
  else if (scheme.in === "cookie") addCookie(init, `${encodeURIComponent(scheme.name)}=${encodeURIComponent(secret)}`);
  else init.headers = { [scheme.name]: secret, ...init.headers };
  return [secret];
}

/** The name of a scheme as the registry of HTTP has it, where it does: `Bearer`. */
const named = (scheme: string): string => (/^bearer$/i.test(scheme) ? "Bearer" : scheme);

/** Unless the caller has set one. */
const authorize = (init: Init, authorization: string): void => {
  init.headers = { authorization, ...init.headers };
};

/** Name and password as RFC 7617 has them. Neither is in the message of the error. */
function basic(username: string, password: string): string {
  if (/[:\p{Cc}]/u.test(username) || /\p{Cc}/u.test(password)) throw new TypeError("no usable username and password");
  return btoa(String.fromCharCode(...new TextEncoder().encode(`${username}:${password}`)));
}

/** A key that goes into the address of a request does not come back with the address of its answer. */
function hideAddress(call: Call): void {
  const fetch = call.fetch ?? globalThis.fetch;
  call.fetch = async (request, attempt) => {
    const response = await fetch(request, attempt);
    return Object.defineProperty(response, "url", { value: call.hide(response.url) });
  };
}
