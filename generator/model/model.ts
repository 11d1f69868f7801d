/**
 * What a client is made from: plain, readonly facts read off a filtered and normalised document. Emitters see this and
 * never the document. Optional facts are absent, not null, so that the model prints well.
 */
export interface Model extends PublicNames {
  /** Where the API is, without a trailing slash. Absent where the document names no absolute server. */
  readonly baseUrl?: string;
  /** All servers, where there is a choice: several, or some with variables. */
  readonly servers?: readonly Server[];
  /** What the document asks callers to show. Absent where that is a bearer token for every operation. */
  readonly security?: SecurityDefinition;
}

/** What callers know an API by. It is all that the drift comparison needs of the model. */
export interface PublicNames {
  /** What the client is called: "Account" gives `AccountClient` and `createAccountClient`. */
  readonly name: string;
  /** By path, then method, in code-point order. */
  readonly operations: readonly Operation[];
  /** In the order in which a reader of the document meets their first sites. */
  readonly enums: readonly Enum[];
  /** The component schemas that callers get a type for. Those that are enums are under `enums`. */
  readonly schemas: readonly Schema[];
}

export interface Operation {
  /** The name of the function: the operation id, or what comes closest to it. */
  readonly name: string;
  /** In capitals. */
  readonly method: string;
  /** The path template. */
  readonly path: string;
  readonly summary?: string;
  /** Without the sentences that `scopes` says better. */
  readonly description?: string;
  readonly deprecated?: true;
  readonly tags: readonly string[];
  /** The groups of scopes that an API key needs, of each group one. Empty where the text names none. */
  readonly scopes: readonly (readonly string[])[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: Body;
  readonly responses: readonly Response[];
  /** In what it differs from operations that send and answer JSON. Absent where it does not. */
  readonly overrides?: OperationOverrides;
  /** Present where the operation lists in pages: its rows can be walked one by one. */
  readonly pagination?: Pagination;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
}

interface Body {
  readonly required: boolean;
  readonly mediaTypes: readonly string[];
}

export interface Response {
  /** A number, a range such as "4XX", or "default". */
  readonly status: number | string;
  readonly mediaTypes: readonly string[];
}

/**
 * What the client has to know of an operation besides: facts as they are printed into the client and read by its parts.
 * What its answers are stands under their statuses, where they are not JSON.
 */
export interface OperationOverrides {
  readonly [status: string]: Literal | undefined;
  readonly path?: ParameterStyles;
  readonly query?: ParameterStyles;
  readonly header?: ParameterStyles;
  readonly cookie?: ParameterStyles;
  readonly body?: { readonly type: string; readonly as: string; readonly encoding?: ParameterStyles };
  readonly accept?: string;
  /** The statuses that are JSON although a range that they are in is not. */
  readonly json?: readonly (number | string)[];
  /** Names of schemes: alternatives, each of which may need several. */
  readonly security?: SecurityRequirement;
  readonly server?: string;
}

export type Literal = string | number | boolean | readonly Literal[] | { readonly [key: string]: Literal | undefined };

/** How parameters or fields are written that are not simply written out, by their names. */
export type ParameterStyles = Readonly<Record<string, ParameterStyle>>;

export interface ParameterStyle {
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: true;
  /** The media type of a value that is a message of its own. */
  readonly contentType?: string;
  readonly [more: string]: Literal | undefined;
}

export type SecurityRequirement = readonly (readonly string[])[];

export interface SecurityDefinition {
  /** By name, with what the client has to know of each. */
  readonly schemes: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What most operations ask for. */
  readonly requirement: SecurityRequirement;
  /** Whether there is an operation that can be called without. */
  readonly optional: boolean;
}

export interface Server {
  readonly url: string;
  readonly description?: string;
  readonly variables?: Readonly<Record<string, { readonly default: string; readonly enum?: readonly string[] }>>;
}

/** What walking pages needs to know. */
export interface Pagination {
  /** Where the cursor goes, when not into the query. */
  readonly in?: "body";
  /** The query parameter, or the field of the body, that takes the cursor. */
  readonly cursor: string;
  /** The field of a page that holds the next cursor. */
  readonly next: string;
  /** The field of a page that holds its rows. */
  readonly items: string;
  /** How many rows a page may have, where the document says. */
  readonly limit?: number;
}

export interface Enum {
  readonly name: string;
  readonly description?: string;
  /** In the order of the document's `enum`; `null` is never among them. */
  readonly members: readonly Member[];
  /** Everywhere the enum stands, the site that named it first. */
  readonly sites: readonly EnumSite[];
}

export interface Member {
  readonly name: string;
  readonly value: EnumValue;
  /** What the document calls the value, for people. */
  readonly label?: string;
}

export type EnumValue = string | number | boolean;

/** A place in the document, in the words of its readers. */
export interface EnumSite {
  /**
   * A component schema, or a place in an operation: `body`, `response`, `response header`, or where a parameter goes
   * (`query`, `path`, …).
   */
  readonly in: string;
  /** The name of the schema or of the operation. */
  readonly of: string;
  /** Names of properties from the outside in, joined by dots; the name of a parameter comes first. Empty for the whole. */
  readonly path: string;
}

export interface Schema {
  /** The key under `components.schemas`. */
  readonly component: string;
  /** The name of the exported type. */
  readonly name: string;
  readonly description?: string;
}

/** Whether the document labels the values of an enum: then it has a label map, complete or not. */
export const isLabeled = ({ members }: Enum): boolean => members.some(({ label }) => label !== undefined);

/** The names of the functions that walk a paged operation: row by row, and page by page. */
export const iteratorNames = ({ name, pagination }: Operation): string[] =>
  pagination ? [`${name}Items`, `${name}Pages`] : [];

/** Finds the client's enum for an `enum` at a place of the document. */
export type EnumAt = (pointer: string) => Enum | undefined;
