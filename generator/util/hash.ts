/**
 * Returns the SHA-256 of a string or of bytes. Loading Node's cryptography takes 8 ms, and most runs of `drift` do not
 * hash anything, so it is loaded on first use.
 */
export const sha256 = (data: string | Uint8Array, encoding: "hex" | "base64" = "hex"): string =>
  process.getBuiltinModule("node:crypto").createHash("sha256").update(data).digest(encoding);
