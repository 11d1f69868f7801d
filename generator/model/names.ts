import { isReserved } from "./reserved.ts";

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

/** Letters beyond the basic plane are left out: which of them there are depends on the version of whoever reads the name. */
export const isIdentifier = (text: string): boolean =>
  /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(text) && !/[\u{10000}-\u{10ffff}]/u.test(text);

/** Whether an identifier may start as this text does: it is not empty and starts with no digit. */
export const startsName = (text: string): boolean => /^[\p{ID_Start}]/u.test(text);

/** A name that is kept for something else gets an underscore. */
const free = (name: string): string => (isReserved(name) ? `${name}_` : name);

/** The name itself, or with the first number that nobody has. */
export function numbered(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number++) free = name + number;
  return free;
}
