/**
 * The SHA-256 of a text or of bytes. Node takes eight milliseconds to load its cryptography, and most runs of `drift` have nothing
 * to hash: it is loaded by the first who has.
 */
export const sha256 = (data: string | Uint8Array, encoding: "hex" | "base64" = "hex"): string =>
  process.getBuiltinModule("node:crypto").createHash("sha256").update(data).digest(encoding);
