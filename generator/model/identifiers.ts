/**
 * Converts a text to Pascal case: "Custom IMAP/SMTP", "custom_imap_smtp" and "customImapSmtp" become `CustomImapSmtp`.
 * Compatibility forms are replaced first (`²` by `2`), a plus before a digit becomes `Plus`, and apostrophes are removed.
 * The result may start with a digit.
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

export const capitalizeFirst = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Returns the name of an operation's function: its id if that is an identifier, else the id in camel case. */
export function functionName(operationId: string): string {
  if (isIdentifier(operationId)) return avoidReserved(operationId);
  const pascal = pascalCase(operationId);
  return avoidReserved(startsIdentifier(pascal) ? pascal.charAt(0).toLowerCase() + pascal.slice(1) : `_${pascal}`);
}

/** Letters outside the Basic Multilingual Plane are not allowed: compilers differ in the version of Unicode they support. */
export const isIdentifier = (text: string): boolean =>
  /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(text) && !/[\u{10000}-\u{10ffff}]/u.test(text);

/** Whether a text starts with a character that identifiers may start with. */
export const startsIdentifier = (text: string): boolean => /^[\p{ID_Start}]/u.test(text);

/** Appends an underscore to a reserved name. */
const avoidReserved = (name: string): string => (isReserved(name) ? `${name}_` : name);

/** Returns the name if it is free, or else the name with the first free number, starting at 2. */
export function withFreeNumber(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number++) free = name + number;
  return free;
}

/** Reserved words of JavaScript and TypeScript, for values and types. */
const languageNames = [
  "any arguments as async await bigint boolean break case catch class const constructor continue debugger declare",
  "default delete do else enum eval export extends false finally for from function get if implements import in",
  "infer instanceof interface intrinsic is keyof let module namespace never new null number object of package private",
  "protected public readonly require return satisfies set static string super switch symbol this throw true try type",
  "typeof undefined unique unknown var void while with yield",
];

/** Names that generated files import, export or use. A test compares them with the exports of the templates. */
const clientNames = [
  "ApiError ApiKeyOptions AsyncGenerator BasicCredentialsOptions CallOptions Client ClientOptions CredentialsOptions Data",
  "DataOf Descriptor Descriptors Failure Fetch Input InputOf Item Middleware MiddlewareContext NonJsonBody Operations",
  "Partial Promise Record Result Retry RetryOptions Success TimeoutError TokenOptions TransportError UnauthenticatedOptions",
  "Unexpected ValueOf bind call components createClient guard items itemsByBodyCursor labeller operations pages",
  "pagesByBodyCursor paths serverUrl servers unwrap",
];

/** `await import()` calls the export `then` of a module as if the module were a promise. */
const otherNames = ["then"];

const reserved: ReadonlySet<string> = new Set(
  [...languageNames, ...clientNames, ...otherNames].flatMap((line) => line.split(" ")),
);

/** Whether a name from a document conflicts with the language or with the client's own exports. */
export const isReserved = (name: string): boolean => reserved.has(name);
