/**
 * The facts about a normalized document that a client is printed from. Emitters read the model; only types are printed
 * from the document. Optional facts are absent, not null.
 */
export interface Model extends PublicNames {
  /** The URL of the API, without a trailing slash. Absent if the document has no absolute server URL. */
  readonly baseUrl?: string;
  /** Present if callers can choose: if there are several servers, or one has variables. */
  readonly servers?: readonly Server[];
  /** Absent if every operation requires the same bearer token. */
  readonly security?: SecurityDefinition;
}

/** The names that callers use. The comparison of documents needs only this part of the model. */
export interface PublicNames {
  /** The name of the client: `Account` gives `AccountClient` and `createAccountClient`. */
  readonly name: string;
  /** Sorted by path, then by method, in code-point order. */
  readonly operations: readonly Operation[];
  /** Sorted by name. */
  readonly enums: readonly Enum[];
  /** The component schemas that get a type. Those that are enums are in `enums`. */
  readonly schemas: readonly Schema[];
}

export interface Operation {
  /** The name of the function: the operation id, or an identifier derived from it. */
  readonly name: string;
  /** In upper case. */
  readonly method: string;
  /** The path template. */
  readonly path: string;
  readonly summary?: string;
  /** Without the sentences that `scopes` is read from. */
  readonly description?: string;
  readonly deprecated?: true;
  readonly tags: readonly string[];
  /** Groups of scopes. An API key needs one scope of each group. Empty if the description has none. */
  readonly scopes: readonly (readonly string[])[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: Body;
  readonly responses: readonly Response[];
  /** Differences from an operation that sends and receives JSON. Absent if there are none. */
  readonly overrides?: OperationOverrides;
  /** Present if the operation returns a page of a list. */
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
  /** A number, a range such as `4XX`, or `default`. */
  readonly status: number | string;
  readonly mediaTypes: readonly string[];
}

/**
 * Differences of an operation from one that sends and receives JSON. Printed into the client and read by its plugins.
 * Responses that are not JSON are listed by status.
 */
export interface OperationOverrides {
  readonly [status: string]: Literal | undefined;
  readonly path?: ParameterStyles;
  readonly query?: ParameterStyles;
  readonly header?: ParameterStyles;
  readonly cookie?: ParameterStyles;
  readonly body?: { readonly type: string; readonly as: string; readonly encoding?: ParameterStyles };
  readonly accept?: string;
  /** The statuses with JSON responses, if the range or the default that contains them is not JSON. */
  readonly json?: readonly (number | string)[];
  /** Present if it differs from the document's default. */
  readonly security?: SecurityRequirement;
  readonly server?: string;
}

export type Literal = string | number | boolean | readonly Literal[] | { readonly [key: string]: Literal | undefined };

/** The serialization of parameters or form fields, by name. Those in the default style are not listed. */
export type ParameterStyles = Readonly<Record<string, ParameterStyle>>;

export interface ParameterStyle {
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: true;
  /** The media type in which the value is serialized. */
  readonly contentType?: string;
  readonly [more: string]: Literal | undefined;
}

/** Alternatives. Each lists the names of all security schemes that it requires. */
export type SecurityRequirement = readonly (readonly string[])[];

export interface SecurityDefinition {
  /** The fields of each scheme that the client reads, by the scheme's name. */
  readonly schemes: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The most frequent requirement. Operations with another one have it in their overrides. */
  readonly requirement: SecurityRequirement;
  /** Whether some operation can be called without credentials. */
  readonly optional: boolean;
}

export interface Server {
  readonly url: string;
  readonly description?: string;
  readonly variables?: Readonly<Record<string, { readonly default: string; readonly enum?: readonly string[] }>>;
}

/** The parameters and fields that paginate a list. */
export interface Pagination {
  /** Present if the cursor is sent in the request body instead of the query. */
  readonly in?: "body";
  /** The query parameter or body property for the cursor. */
  readonly cursor: string;
  /** The property of a page with the next cursor. */
  readonly next: string;
  /** The property of a page with its items. */
  readonly items: string;
  /** The maximum number of items per page, if documented. */
  readonly limit?: number;
}

export interface Enum {
  readonly name: string;
  readonly description?: string;
  /** In the order of the document's `enum`, without `null`. */
  readonly members: readonly Member[];
  /** All places of the enum in the document. The first one gave it its name. */
  readonly sites: readonly EnumSite[];
}

export interface Member {
  readonly name: string;
  readonly value: EnumValue;
  /** The document's label for the value, for display. */
  readonly label?: string;
}

export type EnumValue = string | number | boolean;

/** A place of an enum in the document. */
export interface EnumSite {
  /**
   * `schema` for component schemas. In operations: `body`, `response`, `response header`, or the location of a
   * parameter (`query`, `path`, …).
   */
  readonly in: string;
  /** The name of the schema or of the operation. */
  readonly of: string;
  /** The name of the parameter, if any, and of nested properties, joined by dots. Empty for the whole value. */
  readonly path: string;
}

export interface Schema {
  /** The key under `components.schemas`. */
  readonly component: string;
  /** The name of the exported type. */
  readonly name: string;
  readonly description?: string;
}

/** Whether the document has labels for values of an enum. Then the client has a label map, even if incomplete. */
export const isLabeled = ({ members }: Enum): boolean => members.some(({ label }) => label !== undefined);

/** The names of the functions that iterate over the items and the pages of a list. */
export const iteratorNames = ({ name, pagination }: Operation): string[] =>
  pagination ? [`${name}Items`, `${name}Pages`] : [];

/** Returns the client's enum for the `enum` of the schema at a JSON pointer. */
export type EnumAt = (pointer: string) => Enum | undefined;
