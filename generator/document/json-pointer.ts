/** Appends keys to a JSON pointer (RFC 6901) in its URI fragment form. */
export function jsonPointer(pointer: string, ...keys: (string | number)[]): string {
  let result = pointer;
  // Most keys need no escaping. Every pass builds the pointer of every object, so the test saves time.
  for (const key of keys) {
    const name = String(key);
    result += `/${name.includes("/") || name.includes("~") ? name.replaceAll("~", "~0").replaceAll("/", "~1") : name}`;
  }
  return result;
}

/** Decodes a token of a JSON pointer in a URI fragment: percent encoding, then `~1` and `~0`. */
export function decodePointerToken(token: string): string {
  try {
    return decodeURIComponent(token).replaceAll("~1", "/").replaceAll("~0", "~");
  } catch {
    return token;
  }
}
