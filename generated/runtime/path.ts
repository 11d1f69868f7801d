/**
 * Puts values into a path template: `/accounts/{email}` and `{ email: "jon@doe.com" }` give `/accounts/jon%40doe.com`.
 * A value that is missing, or that would lead out of the template (`""`, `"."`, `".."`), is refused.
 *
 * @throws {TypeError} before anything is sent.
 */
export function fillPath(template: string, values: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (!isSegment(value))
      throw new TypeError(
        `${template} needs a value for {${name}}: a string that is not empty, "." or "..", or a number`,
      );
    return encodeURIComponent(value);
  });
}

const isSegment = (value: unknown): value is string | number | boolean =>
  typeof value === "string"
    ? !["", ".", ".."].includes(value)
    : typeof value === "number" || typeof value === "boolean";
