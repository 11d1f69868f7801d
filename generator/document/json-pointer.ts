/** A step further along a JSON pointer (RFC 6901), in its URI fragment form. */
export function jsonPointer(pointer: string, ...keys: (string | number)[]): string {
  let result = pointer;
  // Most keys have nothing to escape, and every pass asks for the pointer of every object.
  for (const key of keys) {
    const name = String(key);
    result += `/${name.includes("/") || name.includes("~") ? name.replaceAll("~", "~0").replaceAll("/", "~1") : name}`;
  }
  return result;
}

/** The key that the last part of a reference stands for: percent signs and the escapes of JSON pointers undone. */
export function decodePointerToken(name: string): string {
  try {
    return decodeURIComponent(name).replaceAll("~1", "/").replaceAll("~0", "~");
  } catch {
    return name;
  }
}
