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
