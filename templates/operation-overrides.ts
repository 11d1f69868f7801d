/** The serialization of a parameter or a form field, in the terms of OpenAPI's Parameter Object. */
export interface ParameterStyle {
  /** `simple`, `label`, `matrix`, `form`, `spaceDelimited`, `pipeDelimited` or `deepObject`. */
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
  /** The media type of a parameter that is described by `content` instead of `schema`. */
  readonly contentType?: string;
}

/** Serialization of parameters or form fields, by name. */
export type ParameterStyles = Readonly<Record<string, ParameterStyle>>;

/** The way to read the body of a response that is not JSON. */
export type ParseAs = "none" | "text" | "blob" | "stream";

/**
 * Differences from an operation that sends and receives JSON: facts of the document that the client's plugins act on.
 * The keys that are statuses list the responses that are not JSON.
 */
export interface OperationOverrides {
  readonly [status: number]: ParseAs;
  readonly [range: `${number}XX`]: ParseAs;
  readonly default?: ParseAs;
  /** Statuses that are JSON, although the range that contains them is not. */
  readonly json?: readonly (number | string)[];
  /** The `Accept` header, if the document offers several media types. */
  readonly accept?: string;
  readonly body?: BodyOverride;
  /** Parameters that need more than the default serialization, by location. */
  readonly path?: ParameterStyles;
  readonly query?: ParameterStyles;
  readonly header?: ParameterStyles;
  readonly cookie?: ParameterStyles;
  /** Security requirement, if it differs from the client's: alternatives, each a list of scheme names. */
  readonly security?: readonly (readonly string[])[];
  /** The URL of the operation's own server. */
  readonly server?: string;
}

/** The way to send a request body that is not JSON. */
export interface BodyOverride {
  /** The media type; it may be a range such as `image/*`. */
  readonly type: string;
  readonly as: "json" | "form" | "multipart" | "text" | "blob";
  /** Form fields that need more than the default serialization. */
  readonly encoding?: ParameterStyles;
}

/**
 * Returns how the body of a response is read, or `undefined` for JSON. The document's most specific entry for the
 * status decides: the status itself, its range (`4XX`), then `default`.
 *
 * @param documented Further statuses that the document lists. Their responses are JSON.
 */
export function parseAsOf(
  overrides: OperationOverrides,
  status: number,
  documented: readonly (number | string)[] = [],
): ParseAs | undefined {
  const entry = statusEntries(status).find((each) => Object.hasOwn(overrides, each) || documented.includes(each));
  return entry === undefined ? undefined : overrides[entry as number];
}

/** The entries under which a document may list a status, most specific first: `404`, `"4XX"`, `"default"`. */
export const statusEntries = (status: number): readonly (number | string)[] => [
  status,
  `${Math.floor(status / 100)}XX`,
  "default",
];
