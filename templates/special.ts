/** How a parameter or a field is written, in the words of the document. */
export interface Style {
  /** `simple`, `label`, `matrix`, `form`, `spaceDelimited`, `pipeDelimited` or `deepObject`. */
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
  /** The media type of a value that is a message of its own. */
  readonly contentType?: string;
}

type Styles = Readonly<Record<string, Style>>;

/** What an answer is that is not JSON. */
export type Kind = "none" | "text" | "blob" | "stream";

/**
 * In what an operation differs from the rest, which send and answer JSON: facts of the document, which the parts of the
 * client act on. Under the document's statuses it says what the answers are that are not JSON.
 */
export interface Special {
  readonly [status: number]: Kind;
  readonly [range: `${number}XX`]: Kind;
  readonly default?: Kind;
  /** The statuses that are JSON although a range that they are in is not. */
  readonly json?: readonly (number | string)[];
  /** The media type to ask for, where there are several. */
  readonly accept?: string;
  /** What the body is sent as. */
  readonly body?: Body;
  /** The parameters that are not simply written out, by where they go. */
  readonly path?: Styles;
  readonly query?: Styles;
  readonly header?: Styles;
  readonly cookie?: Styles;
  /** The alternatives of what has to be shown, where it is not what the others show: names of security schemes. */
  readonly security?: readonly (readonly string[])[];
  /** Where the operation is, where it is not where the others are. */
  readonly server?: string;
}

export interface Body {
  readonly type: string;
  readonly as: "json" | "form" | "multipart" | "text" | "blob";
  /** How the fields of a form are packed that are not simply written out. */
  readonly encoding?: Styles;
}

/**
 * What an answer is that is not JSON, by the document's entry for its status: itself, its range, or `default`.
 *
 * @param listed entries that the document has besides.
 */
export function kindOf(special: Special, status: number, listed?: readonly (number | string)[]): Kind | undefined {
  const entries: readonly (number | string)[] = [status, `${`${status}`[0]}XX`, "default"];
  const entry = entries.find((each) => Object.hasOwn(special, each) || listed?.includes(each));
  return entry === undefined ? undefined : special[entry as number];
}
