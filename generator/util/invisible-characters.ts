/**
 * Characters that are invisible or reorder the text around them: control and format characters, direction overrides,
 * zero-width and tag characters, line and paragraph separators, private use, lone surrogates, fillers, and blanks other
 * than a space.
 */
export const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/gu;

/** Escapes invisible characters as JSON and JavaScript do: `\u202e`. */
export const escapeInvisible = (text: string, except = ""): string =>
  text.replace(invisible, (char) => (except.includes(char) ? char : escapeCharacter(char)));

const escapeCharacter = (char: string): string =>
  [...Array(char.length).keys()].map((index) => `\\u${char.charCodeAt(index).toString(16).padStart(4, "0")}`).join("");
