import type { Json, JsonObject } from "../document/json.ts";
import type { Enum, EnumValue, Operation, PublicNames } from "../model/model.ts";

/**
 * What an API and its callers hold each other to: its names with the shape of everything that goes to and fro. It is
 * what two documents are compared by. Emitters need none of it; openapi-typescript prints the shapes.
 */
export interface Contract {
  readonly names: PublicNames;
  /** By `METHOD /path`. */
  readonly operations: ReadonlyMap<string, LazyOperation>;
  /** Component schemas by key. */
  readonly schemas: ReadonlyMap<string, ContractSchema>;
  /** What operations share besides schemas (security, responses, parameters), as one text. */
  readonly shared: string;
  /** The servers as the document lists them, as one text, without their descriptions. */
  readonly servers: string;
  /** What the document says of its servers and tags, by `server URL` and `tag NAME`. */
  readonly descriptions: ReadonlyMap<string, string | undefined>;
  /** What else the document says that no rule is about, by key. */
  readonly otherFields: JsonObject;
  /** The normalised document itself, for telling whether two of them differ at all. */
  readonly document: JsonObject;
}

export interface ContractSchema {
  readonly title: string | undefined;
  readonly pointer: string;
  /** All of it as one text. */
  readonly text: string;
  /** Read when somebody asks: most are the same in two documents, word for word. */
  readonly schema: () => ResolvedSchema;
}

/** An operation that is there, and has not been read. */
export interface LazyOperation {
  readonly operation: Operation;
  readonly pointer: string;
  /** All that the document says of it in its own place, as one text. */
  readonly text: string;
  readonly read: () => ContractOperation;
}

export interface ContractOperation extends Pick<LazyOperation, "operation" | "pointer"> {
  /** What callers have to show: `http bearer`. */
  readonly security: string;
  /** By `in name`. */
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
  /** `style`, `explode` and `allowReserved`, defaults filled in. */
  readonly style: string;
  readonly schema: ResolvedSchema;
  readonly pointer: string;
  readonly otherFields: JsonObject;
}

/** A request body or an answer. */
export interface ContractMessage {
  readonly description: string | undefined;
  /** By media type. */
  readonly content: ReadonlyMap<string, ResolvedSchema>;
  readonly pointer: string;
  readonly otherFields: JsonObject;
}

/**
 * What a schema says about a value, with its `allOf` taken together. Components it refers to are named and not looked
 * into: what changes in a component is told once, where the component stands.
 */
export interface ResolvedSchema {
  readonly pointer: string;
  /** The components that the value is, or is as well. */
  readonly refs: readonly string[];
  /** Types without `null`, sorted; `binary` for what callers have as bytes. Absent where the schema does not say. */
  readonly types?: readonly string[];
  readonly nullable?: boolean;
  readonly enum?: ResolvedEnum;
  readonly properties: ReadonlyMap<string, ResolvedSchema>;
  readonly required: ReadonlySet<string>;
  /** The values of names that are not listed: `{}` for any. Absent where the schema has no index signature. */
  readonly additionalProperties?: ResolvedSchema;
  readonly items?: ResolvedSchema;
  /** The alternatives of `anyOf` and `oneOf`, `null` taken out. */
  readonly variants: readonly ResolvedSchema[];
  /** Every keyword that is left, by name: `format`, `minimum`, `description`, and what nobody has a rule for. */
  readonly keywords: Readonly<Record<string, Json>>;
}

export interface ResolvedEnum {
  readonly values: readonly EnumValue[];
  readonly labels: ReadonlyMap<string, string>;
  /** The client's own enum for it, where it deserved a name. */
  readonly named?: Enum;
}

/** A schema that says nothing. */
export const emptySchema = (pointer: string): ResolvedSchema => ({
  pointer,
  refs: [],
  properties: new Map(),
  required: new Set(),
  variants: [],
  keywords: {},
});
