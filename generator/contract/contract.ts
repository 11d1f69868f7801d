import type { Json, JsonObject } from "../document/json.ts";
import type { Enum, EnumValue, Operation, PublicNames } from "../model/model.ts";

/**
 * The names of an API and the schemas of all requests and responses. Two documents are compared by their contracts.
 * Emitters do not use it: openapi-typescript prints the types.
 */
export interface Contract {
  readonly names: PublicNames;
  /** By `METHOD /path`. */
  readonly operations: ReadonlyMap<string, LazyOperation>;
  /** Component schemas, by key. */
  readonly schemas: ReadonlyMap<string, ContractSchema>;
  /** Everything except schemas that operations may refer to, as JSON. */
  readonly shared: string;
  /** The document's servers without descriptions, as JSON. */
  readonly servers: string;
  /** The descriptions of servers and tags, by `server URL` and `tag NAME`. */
  readonly descriptions: ReadonlyMap<string, string | undefined>;
  /** The other fields of the document, which no rule covers. */
  readonly otherFields: JsonObject;
  /** The normalized document, for checking whether two documents differ at all. */
  readonly document: JsonObject;
}

export interface ContractSchema {
  readonly title: string | undefined;
  readonly pointer: string;
  /** The schema as JSON. */
  readonly text: string;
  /** Reads the schema on first use. Most schemas are identical in two documents and need no reading. */
  readonly schema: () => ResolvedSchema;
}

/** An operation that is read on first use. */
export interface LazyOperation {
  readonly operation: Operation;
  readonly pointer: string;
  /** The operation as JSON, with the parameters of its path item and without the components that it refers to. */
  readonly text: string;
  readonly read: () => ContractOperation;
}

export interface ContractOperation extends Pick<LazyOperation, "operation" | "pointer"> {
  /** The security requirement, such as `http bearer`. */
  readonly security: string;
  /** By location and name, such as `query limit`. */
  readonly parameters: ReadonlyMap<string, ContractParameter>;
  readonly requestBody: ContractMessage | undefined;
  readonly requestBodyRequired: boolean;
  /** By status. */
  readonly responses: ReadonlyMap<string, ContractMessage>;
  readonly otherFields: JsonObject;
}

export interface ContractParameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  /** `style`, `explode` and `allowReserved` with their defaults, as JSON. */
  readonly style: string;
  readonly schema: ResolvedSchema;
  readonly pointer: string;
  readonly otherFields: JsonObject;
}

/** A request body or a response. */
export interface ContractMessage {
  readonly description: string | undefined;
  /** By media type. */
  readonly content: ReadonlyMap<string, ResolvedSchema>;
  readonly pointer: string;
  readonly otherFields: JsonObject;
}

/**
 * A schema with its `allOf` merged. References to components are not followed, so that a change of a component is
 * reported once.
 */
export interface ResolvedSchema {
  readonly pointer: string;
  /** The components that the schema refers to, directly or in `allOf`. */
  readonly refs: readonly string[];
  /** Sorted, without `null`. `binary` for binary data. Absent if the schema has no `type`. */
  readonly types?: readonly string[];
  readonly nullable?: boolean;
  readonly enum?: ResolvedEnum;
  readonly properties: ReadonlyMap<string, ResolvedSchema>;
  readonly required: ReadonlySet<string>;
  /** Absent if the schema does not have the keyword, or if it is `false`. */
  readonly additionalProperties?: ResolvedSchema;
  readonly items?: ResolvedSchema;
  /** The variants of `anyOf` and `oneOf`, without `null`. */
  readonly variants: readonly ResolvedSchema[];
  /** All other keywords, such as `format`, `minimum` and `description`, and those that no rule covers. */
  readonly keywords: Readonly<Record<string, Json>>;
}

export interface ResolvedEnum {
  readonly values: readonly EnumValue[];
  readonly labels: ReadonlyMap<string, string>;
  /** The client's enum, if it has one. */
  readonly named?: Enum;
}

/** Returns a schema that allows any value. */
export const emptySchema = (pointer: string): ResolvedSchema => ({
  pointer,
  refs: [],
  properties: new Map(),
  required: new Set(),
  variants: [],
  keywords: {},
});
