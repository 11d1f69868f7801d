import type { RequestPlugin } from "./client.js";
import { addCookies } from "./cookies.js";
import type { ParameterStyles } from "./operation-overrides.js";
import { ownProperties } from "./own-properties.js";
import { serializeParameter, toJsonValue } from "./parameter-style.js";
import { isDotSegment } from "./path.js";

type Values = Readonly<Record<string, unknown>>;

/** Serializes parameters that need more than the default: other styles, and cookies. */
export const serializeParameters: RequestPlugin = (options, { operation }) => {
  const { path, query, header, cookie } = ownProperties(operation.overrides);
  const input = ownProperties(operation.input);
  if (path)
    options.pathSerializer = (template: string, values: Values) => fillTemplate(template, values, ownProperties(path));
  if (query) options.querySerializer = (values: Values) => serializeAll(values, ownProperties(query)).join("&");
  if (header) {
    const headers = serializeHeaders(ownProperties(input.header as Values), ownProperties(header));
    options.params.header = { ...input.header, ...headers };
  }
  // A query separates pairs by `&`, cookies by `; `.
  for (const pairs of serializeAll(ownProperties(input.cookie as Values), ownProperties(cookie)))
    addCookies(options, pairs.replaceAll("&", "; "));
};

/** Serializes every value that is present. */
const serializeAll = (values: Values, styles: ParameterStyles): string[] =>
  Object.entries(values)
    .map(([name, value]) => serializeParameter(name, toJsonValue(value), styles[name] ?? { style: "form" }))
    .filter((text) => text !== "");

/** Serializes headers without encoding. `Headers` rejects a value that would end its header. */
const serializeHeaders = (values: Values, styles: ParameterStyles): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(styles).map(([name, style]) => [
      name,
      serializeParameter(name, toJsonValue(values[name]), style, String) || undefined,
    ]),
  );

/**
 * Fills a path template, with each value in its style.
 *
 * @throws {TypeError} Before anything is sent, if a value or an item of it is missing, or would lead out of the
 * template (`""`, `"."`, `".."`).
 */
const fillTemplate = (template: string, values: Values, styles: ParameterStyles): string =>
  template.replace(/\{([^{}]+)\}/g, (placeholder, name: string) => {
    const value = toJsonValue(values[name]);
    const segments = typeof value === "object" && value !== null ? Object.values(value) : [value];
    if (segments.length === 0 || segments.some((each) => isDotSegment(`${each ?? ""}`)))
      throw new TypeError(`${placeholder} of ${template} is missing or cannot be part of a path`);
    return serializeParameter(name, value, styles[name] ?? { style: "simple" });
  });
