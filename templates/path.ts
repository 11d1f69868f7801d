/**
 * Fills a path template: `/accounts/{email}` with `{ email: "jon@doe.com" }` gives `/accounts/jon%40doe.com`.
 *
 * @param values An object without a prototype, so that no inherited value is used.
 * @throws {TypeError} Before anything is sent, if a value is missing, is neither a string nor a number, or would lead
 * out of the template (`""`, `"."`, `".."`). {URIError} for half of a surrogate pair.
 */
export const fillPath = (template: string, values: Readonly<Record<string, unknown>>): string =>
  template.replace(/\{([^{}]+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    if ((typeof value !== "string" && typeof value !== "number") || isDotSegment(String(value)))
      throw new TypeError(`${placeholder} of ${template} is missing or cannot be part of a path`);
    return encodeURIComponent(value);
  });

/** Whether a path segment is empty or relative. Servers and proxies resolve `.` and `..`. */
export const isDotSegment = (segment: string): boolean => ["", ".", ".."].includes(segment);
