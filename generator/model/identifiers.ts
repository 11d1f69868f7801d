/**
 * "Custom IMAP/SMTP", "custom_imap_smtp" and "customImapSmtp" are all `CustomImapSmtp`. Compatibility forms are folded
 * first (`²` is `2`), a plus before a digit is read aloud, apostrophes join. What is left may start with a digit.
 */
export function pascalCase(text: string): string {
  const words = text
    .normalize("NFKC")
    .replace(/\+(?=\d)/g, " Plus ")
    .replace(/['’]/g, "")
    .replace(/([\p{Ll}\p{N}])(?=\p{Lu})|(\p{Lu})(?=\p{Lu}\p{Ll})/gu, "$& ")
    .match(/(?:(?![\u{10000}-\u{10ffff}])[\p{L}\p{M}\p{N}])+/gu);
  return (words ?? []).map(capitalizeWord).join("");
}

const capitalizeWord = (word: string): string => {
  const [first = "", ...rest] = word;
  return first.toUpperCase() + rest.join("").toLowerCase();
};

/** `getAccount` is `GetAccount`. */
export const capitalizeFirst = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The name of an operation's function: its id verbatim where that is an identifier, else in camel case. */
export function functionName(operationId: string): string {
  if (isIdentifier(operationId)) return avoidReserved(operationId);
  const pascal = pascalCase(operationId);
  return avoidReserved(startsIdentifier(pascal) ? pascal.charAt(0).toLowerCase() + pascal.slice(1) : `_${pascal}`);
}

/** Letters beyond the basic plane are left out: which of them there are depends on the version of whoever reads the name. */
export const isIdentifier = (text: string): boolean =>
  /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(text) && !/[\u{10000}-\u{10ffff}]/u.test(text);

/** Whether an identifier may start as this text does: it is not empty and starts with no digit. */
export const startsIdentifier = (text: string): boolean => /^[\p{ID_Start}]/u.test(text);

/** A name that is kept for something else gets an underscore. */
const avoidReserved = (name: string): string => (isReserved(name) ? `${name}_` : name);

/** The name itself, or with the first number that nobody has. */
export function withFreeNumber(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number++) free = name + number;
  return free;
}

/** Words that JavaScript or TypeScript keep for themselves, as names of values or of types. */
const language = [
  "any arguments as async await bigint boolean break case catch class const constructor continue debugger declare",
  "default delete do else enum eval export extends false finally for from function get if implements import in",
  "infer instanceof interface intrinsic is keyof let module namespace never new null number object of package private",
  "protected public readonly require return satisfies set static string super switch symbol this throw true try type",
  "typeof undefined unique unknown var void while with yield",
];

/** Names that the generated files import, export or mean already. A test holds them to what the templates export. */
const client = [
  "ApiError ApiKeyOptions AsyncGenerator CallOptions Client ClientOptions CredentialsOptions Data DataOf Descriptor Descriptors Failure Fetch Input InputOf Item",
  "LoginOptions Middleware MiddlewareContext NotJson OpenOptions Operations Partial Promise Record Result Retry RetryOptions Success TimeoutError",
  "TokenOptions TransportError Unexpected ValueOf bind call components createClient guard items labeller operations pages paths",
  "postedItems postedPages serverUrl servers unwrap",
];

/** A module that exports `then` is called as a promise by `await import()`. */
const others = ["then"];

const reserved: ReadonlySet<string> = new Set([...language, ...client, ...others].flatMap((line) => line.split(" ")));

/** Whether a name taken from a document would get in the way of the language or of the client. */
export const isReserved = (name: string): boolean => reserved.has(name);
