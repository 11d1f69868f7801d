/**
 * What cannot be seen, or turns the text around it: control and format characters, direction overrides, zero-width and
 * tag characters, line and paragraph separators, private use, lone surrogates, fillers and blanks that are not a space.
 */
export const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/gu;

/** Text with everything in it that cannot be seen spelled out as JSON and JavaScript escape it: `\u202e`. */
export const escapeInvisible = (text: string, except = ""): string =>
  text.replace(invisible, (char) => (except.includes(char) ? char : escaped(char)));

const escaped = (char: string): string =>
  [...Array(char.length).keys()].map((index) => `\\u${char.charCodeAt(index).toString(16).padStart(4, "0")}`).join("");
