import type { Style } from "./special.js";

/**
 * How each style writes: what comes first, what parts the items of an exploded value and those of another, and whether
 * the name is written. As in the table of the OpenAPI specification, which follows RFC 6570.
 */
const styles = {
  simple: ["", ",", ",", false],
  label: [".", ".", ",", false],
  matrix: [";", ";", ",", true],
  form: ["", "&", ",", true],
  spaceDelimited: ["", "&", "%20", true],
  pipeDelimited: ["", "&", "%7C", true],
} as const;

/** Writes a text so that it stays one. */
export type Encode = (value: unknown) => string;

/** A value as JSON has it: dates are texts, and what is undefined is not there. */
export const plain = (value: unknown): unknown => value && JSON.parse(JSON.stringify(value) ?? "null");

/**
 * Writes a {@link plain} value. Of null, undefined, and a list or an object without entries nothing is written.
 *
 * @throws {TypeError} for lists and objects inside of others, where the style has no way to write them.
 */
export function styled(name: string, value: unknown, style: Style, encode: Encode = encoder(style)): string {
  const { style: called = "form", explode = called === "form", contentType } = style;
  if (value === undefined || value === null) return "";
  if (called === "deepObject" && typeof value === "object") return deep(encode(name), value, encode).join("&");
  // A document may name styles that OpenAPI does not know: those are `form`.
  const [before, between, joint, named] = styles[called as keyof typeof styles] ?? styles.form;
  const assign = (text: string): string => (named ? `${encode(name)}=${text}` : text);
  if (contentType !== undefined) return before + assign(encode(message(value, contentType)));
  if (typeof value !== "object") return before + assign(encode(value));
  const entries = Object.entries(value).filter(([, item]) => item !== null);
  if (entries.length === 0) return "";
  if (entries.some(([, item]) => typeof item === "object"))
    throw new TypeError(`${name}: ${called} has no way to write a list or an object inside of another`);
  const pairs = entries.map(([key, item]) => [encode(key), encode(item)] as const);
  if (Array.isArray(value)) {
    const items = pairs.map(([, item]) => item);
    return before + (explode ? items.map(assign).join(between) : assign(items.join(joint)));
  }
  return before + (explode ? pairs.map((pair) => pair.join("=")).join(between) : assign(pairs.flat().join(joint)));
}

/** A value that is a message of its own, as its media type has it. */
export const message = (value: unknown, contentType: string): string =>
  typeof value === "string" && !/json/.test(contentType) ? value : JSON.stringify(value);

/** `filter[size][min]=1`: what is inside of others is named by its way there. */
const deep = (name: string, value: object, encode: Encode): string[] =>
  Object.entries(value).flatMap(([key, item]) => {
    const inner = `${name}%5B${encode(key)}%5D`;
    if (item === null) return [];
    return typeof item === "object" ? deep(inner, item, encode) : [`${inner}=${encode(item)}`];
  });

/** Characters that addresses have uses for are left as they are where the document allows it, but for those of a query. */
const encoder =
  ({ allowReserved }: Style): Encode =>
  (value) =>
    allowReserved ? encodeURI(`${value}`).replace(/[#&+=]/g, encodeURIComponent) : encodeURIComponent(`${value}`);
