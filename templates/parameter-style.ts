import type { ParameterStyle } from "./operation-overrides.js";

/** The rules by which a style joins names and values. */
interface StyleRules {
  readonly prefix: string;
  /** Between the items of an exploded array or object. */
  readonly explodedSeparator: string;
  /** Between the items of an array or object that is not exploded. */
  readonly separator: string;
  /** Whether the name of the parameter is written. */
  readonly named: boolean;
}

/** The styles of the OpenAPI specification ("Style Values"), which follow RFC 6570. */
const styles: Readonly<Record<string, StyleRules>> = {
  simple: { prefix: "", explodedSeparator: ",", separator: ",", named: false },
  label: { prefix: ".", explodedSeparator: ".", separator: ",", named: false },
  matrix: { prefix: ";", explodedSeparator: ";", separator: ",", named: true },
  spaceDelimited: { prefix: "", explodedSeparator: "&", separator: "%20", named: true },
  pipeDelimited: { prefix: "", explodedSeparator: "&", separator: "%7C", named: true },
};

/** The default, also for styles that OpenAPI does not define. */
const form: StyleRules = { prefix: "", explodedSeparator: "&", separator: ",", named: true };

/** Encodes a value for the place that it is written to. */
export type Encode = (value: unknown) => string;

/** Converts a value to what JSON has for it: dates become strings, and `undefined` properties are omitted. */
export const toJsonValue = (value: unknown): unknown => value && JSON.parse(JSON.stringify(value) ?? "null");

/**
 * Serializes a parameter whose value comes from {@link toJsonValue}. Returns an empty string for null, undefined, and an
 * array or object without entries.
 *
 * @throws {TypeError} For nested arrays and objects, if the style cannot represent them.
 */
export function serializeParameter(
  name: string,
  value: unknown,
  parameterStyle: ParameterStyle,
  encode: Encode = encoderOf(parameterStyle),
): string {
  const { style = "form", explode = style === "form", contentType } = parameterStyle;
  if (value === undefined || value === null) return "";
  if (style === "deepObject" && typeof value === "object") return deepObject(encode(name), value, encode).join("&");
  const { prefix, explodedSeparator, separator, named } = styles[style] ?? form;
  const assign = (text: string): string => (named ? `${encode(name)}=${text}` : text);
  if (contentType !== undefined) return prefix + assign(encode(serializeContent(value, contentType)));
  if (typeof value !== "object") return prefix + assign(encode(value));

  const entries = Object.entries(value).filter(([, item]) => item !== null);
  if (entries.length === 0) return "";
  if (entries.some(([, item]) => typeof item === "object"))
    throw new TypeError(`${name}: the style ${style} cannot represent nested arrays or objects`);
  if (Array.isArray(value)) {
    const items = entries.map(([, item]) => encode(item));
    return prefix + (explode ? items.map(assign).join(explodedSeparator) : assign(items.join(separator)));
  }
  const pairs = entries.map(([key, item]) => [encode(key), encode(item)]);
  if (explode) return prefix + pairs.map((pair) => pair.join("=")).join(explodedSeparator);
  return prefix + assign(pairs.flat().join(separator));
}

/** Serializes a value that has a media type of its own. */
export const serializeContent = (value: unknown, contentType: string): string =>
  typeof value === "string" && !/json/.test(contentType) ? value : JSON.stringify(value);

/** `filter[size][min]=1`: nested properties are named by their path. */
const deepObject = (name: string, value: object, encode: Encode): string[] =>
  Object.entries(value).flatMap(([key, item]) => {
    const inner = `${name}%5B${encode(key)}%5D`;
    if (item === null) return [];
    return typeof item === "object" ? deepObject(inner, item, encode) : [`${inner}=${encode(item)}`];
  });

/** Keeps reserved characters if the document allows it, except those that would end or split a query. */
const encoderOf =
  ({ allowReserved }: ParameterStyle): Encode =>
  (value) =>
    allowReserved ? encodeURI(`${value}`).replace(/[#&+=]/g, encodeURIComponent) : encodeURIComponent(`${value}`);
