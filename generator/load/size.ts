import { GeneratorError } from "../errors.ts";

/** A size for people: `650 kB`, `1.3 MB`. */
export const size = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

export const tooLarge = (source: string, limit: number): GeneratorError =>
  new GeneratorError(
    "SOURCE_TOO_LARGE",
    source,
    `the document has more than ${size(limit)}`,
    "No API needs that many: check the source",
  );
