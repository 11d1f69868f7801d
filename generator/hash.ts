/**
 * The SHA-256 of a text. Node takes eight milliseconds to load its cryptography, and most runs of `drift` have nothing
 * to hash: it is loaded by the first who has.
 */
export const sha256 = (text: string, encoding: "hex" | "base64" = "hex"): string =>
  process.getBuiltinModule("node:crypto").createHash("sha256").update(text).digest(encoding);
