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
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  return (words ?? []).map(capitalised).join("");
}

const capitalised = (word: string): string => {
  const [first = "", ...rest] = word;
  return first.toUpperCase() + rest.join("").toLowerCase();
};

/** `getAccount` is `GetAccount`. */
export const raised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The name of an operation's function: its id verbatim where that is an identifier, else in camel case. */
export function functionName(operationId: string): string {
  if (isIdentifier(operationId)) return free(operationId);
  const pascal = pascalCase(operationId);
  return free(startsName(pascal) ? pascal.charAt(0).toLowerCase() + pascal.slice(1) : `_${pascal}`);
}

export const isIdentifier = (text: string): boolean => /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(text);

/** Whether an identifier may start as this text does: it is not empty and starts with no digit. */
export const startsName = (text: string): boolean => /^[\p{ID_Start}]/u.test(text);

/** Names a function of the client may not have get an underscore. */
const free = (name: string): string => (taken.has(name) ? `${name}_` : name);

/**
 * Words of the language, names the generated files use themselves, and `then`: a module that exports it would be
 * called as a promise by `await import()`.
 */
const taken: ReadonlySet<string> = new Set(
  [
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends",
    "false finally for function if implements import in instanceof interface let new null package private protected",
    "public return static super switch this throw true try typeof undefined var void while with yield",
    "bind call guard items labeller operations then unwrap",
  ].flatMap((line) => line.split(" ")),
);
