import { escapeInvisible } from "./invisible-characters.ts";

/** Error codes, for scripts. Messages are for people. */
export type ErrorCode =
  | "USAGE"
  | "CONFIG_INVALID"
  | "SOURCE_UNREADABLE"
  | "SOURCE_ADDRESS"
  | "PROXY_INVALID"
  | "SOURCE_UNREACHABLE"
  | "SOURCE_REFUSED"
  | "SOURCE_REDIRECT"
  | "SOURCE_TOO_LARGE"
  | "SOURCE_ENCODING"
  | "SOURCE_EMPTY"
  | "SOURCE_HTML"
  | "SOURCE_SYNTAX"
  | "SOURCE_TOO_DEEP"
  | "SOURCE_DUPLICATE_KEY"
  | "SOURCE_NUMBER"
  | "SOURCE_YAML"
  | "SNAPSHOT_MISSING"
  | "OVERLAY_INVALID"
  | "OVERLAY_UNMATCHED"
  | "OVERLAY_CHANGED"
  | "NOT_OPENAPI"
  | "VERSION_UNSUPPORTED"
  | "NO_PATHS"
  | "MALFORMED"
  | "TOO_LARGE"
  | "INCLUDE_EMPTY"
  | "REF_MISSING"
  | "REF_UNSUPPORTED"
  | "REF_CIRCULAR"
  | "NAME_COLLISION"
  | "MEMBER_COLLISION"
  | "TYPES_UNPRINTABLE"
  | "EMIT_INVALID"
  | "SHRUNK"
  | "OUTPUT_READ_ONLY"
  | "OUTPUT_DENIED"
  | "OUTPUT_FULL"
  | "OUTPUT_NAME"
  | "OUTPUT_DEVICE"
  | "OUTPUT_BLOCKED"
  | "OUTPUT_SYMLINK"
  | "OUTPUT_OUTSIDE"
  | "OUTPUT_FOREIGN"
  | "OUTPUT_LOCKED"
  | "OUTPUT_INTERRUPTED"
  | "OUTPUT_UNWRITABLE";

/**
 * A failure that the user can act on: `error[CODE] at PLACE: what is wrong. What to do.` The place is a JSON pointer into
 * the document, a file, a URL or an option. Any other error is a defect of the generator.
 */
export class GeneratorError extends Error {
  override readonly name = "GeneratorError";
  readonly code: ErrorCode;
  readonly where: string;
  readonly what: string;

  constructor(code: ErrorCode, where: string, what: string, remedy: string) {
    super(escapeInvisible(`error[${code}] at ${where}: ${sentence(what)} ${sentence(remedy)}`));
    this.code = code;
    this.where = escapeInvisible(where);
    this.what = escapeInvisible(what);
  }
}

/** A problem that does not stop the run. */
export interface Warning {
  readonly code:
    | "INCLUDE_UNUSED"
    | "OVERRIDE_UNUSED"
    | "LABEL_MISSING"
    | "LABEL_UNUSED"
    | "MEMBER_LONG"
    | "OVERLAY_UNUSED"
    | "NOT_SENDABLE"
    | "SELECTION_CHANGED";
  readonly where: string;
  readonly what: string;
}

export const formatWarning = ({ code, where, what }: Warning): string =>
  escapeInvisible(`warning[${code}] at ${where}: ${sentence(what)}`);

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** The system's code of an error, such as `ENOENT`. */
export const systemErrorCode = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : String(error);
