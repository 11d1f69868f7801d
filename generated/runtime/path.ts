/**
 * Puts values into a path template: `/accounts/{email}` and `{ email: "jon@doe.com" }` give `/accounts/jon%40doe.com`.
 * A value that is missing, that would lead out of the template (`""`, `"."`, `".."`) or that is no text is refused.
 *
 * @param values without a prototype, which would have values of its own.
 * @throws {TypeError} before anything is sent; {URIError} for half a surrogate pair.
 */
export const fillPath = (template: string, values: Readonly<Record<string, unknown>>): string =>
  template.replace(/\{([^{}]+)\}/g, (place, name: string) => {
    // Whatever it is, it is a text or a number once it has passed the test.
    const value = values[name] as string;
    if (!/^(string|number)$/.test(typeof value) || /^\.{0,2}$/.test(value))
      throw new TypeError(`${place} of ${template} is not usable`);
    return encodeURIComponent(value);
  });
