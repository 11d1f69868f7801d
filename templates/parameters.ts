import type { Part } from "./client.js";
import { addCookie } from "./cookies.js";
import { own } from "./own.js";
import type { Style } from "./special.js";
import { plain, styled } from "./style.js";

type Values = Readonly<Record<string, unknown>>;
type Styles = Readonly<Record<string, Style>>;

/** Writes parameters as the document says, where it is not simply so: `style`, `explode`, and what goes into cookies. */
export const parameters: Part = (init, { operation }) => {
  const { path, query, header, cookie } = own(operation.special);
  const input = own(operation.input);
  if (path) init.pathSerializer = (template: string, values: Values) => fill(template, values, own(path));
  if (query) init.querySerializer = (values: Values) => every(values, own(query)).join("&");
  if (header) init.params.header = { ...input.header, ...texts(own(input.header as Values), own(header)) };
  // Where a query has an ampersand, cookies have this.
  for (const text of every(own(input.cookie as Values), own(cookie))) addCookie(init, text.replaceAll("&", "; "));
};

/** Every value as it is written, those that are not there left out. */
const every = (values: Values, styles: Styles): string[] =>
  Object.entries(values)
    .map(([name, value]) => styled(name, plain(value), styles[name] ?? { style: "form" }))
    .filter((text) => text !== "");

/** Values as headers have them: nothing is encoded. A text that would end its header is refused by the request. */
const texts = (values: Values, styles: Styles): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(styles).map(([name, style]) => [
      name,
      styled(name, plain(values[name]), style, String) || undefined,
    ]),
  );

/**
 * Puts values into a path template, each in its style. What is missing, and what would lead out of the template, such
 * as an empty text or dots, is refused, be it inside of a list.
 *
 * @throws {TypeError} before anything is sent.
 */
const fill = (template: string, values: Values, styles: Styles): string =>
  template.replace(/\{([^{}]+)\}/g, (place, name: string) => {
    const value = plain(values[name]);
    const inside = typeof value === "object" && value !== null ? Object.values(value) : [value];
    if (
      inside.length === 0 ||
      inside.some((item) => item === undefined || item === null || /^\.{0,2}$/.test(String(item)))
    )
      throw new TypeError(`${place} of ${template} is not usable`);
    return styled(name, value, styles[name] ?? { style: "simple" });
  });
