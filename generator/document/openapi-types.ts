import type { Json, JsonObject } from "./json.ts";
import type { ObjectType } from "./object-model.ts";

/**
 * The objects of OpenAPI 3.1, by the names of the specification, with the fields that the generator reads.
 * `validateSelection` makes a document have these types. Fields whose type it does not check are not listed: they are
 * `Json`, and code that reads them narrows them.
 *
 * Fields that the specification requires are optional here unless a document without them is rejected.
 */
export interface OpenApiDocument extends JsonObject {
  readonly openapi: string;
  readonly info?: InfoObject;
  readonly paths: PathsObject;
  readonly components?: ComponentsObject;
  readonly security?: readonly SecurityRequirementObject[];
  readonly servers?: readonly ServerObject[];
  readonly tags?: readonly TagObject[];
}

export type InfoObject = JsonObject;

export interface ServerObject extends JsonObject {
  readonly url?: string;
  readonly description?: string;
  readonly variables?: Readonly<Record<string, ServerVariableObject>>;
}

/** Not checked: some documents have numbers for `default` and `enum`. */
export type ServerVariableObject = JsonObject;

export interface TagObject extends JsonObject {
  readonly name?: string;
  readonly description?: string;
}

export interface ComponentsObject extends JsonObject {
  readonly headers?: Readonly<Record<string, HeaderObject | ReferenceObject>>;
  readonly parameters?: Readonly<Record<string, ParameterObject | ReferenceObject>>;
  readonly pathItems?: Readonly<Record<string, PathItemObject>>;
  readonly requestBodies?: Readonly<Record<string, RequestBodyObject | ReferenceObject>>;
  readonly responses?: Readonly<Record<string, ResponseObject | ReferenceObject>>;
  readonly schemas?: Readonly<Record<string, Schema>>;
  readonly securitySchemes?: Readonly<Record<string, SecuritySchemeObject>>;
}

/** Selected paths have no extensions beside them. */
export interface PathsObject extends JsonObject {
  readonly [path: string]: PathItemObject;
}

export interface PathItemObject extends JsonObject {
  readonly delete?: OperationObject;
  readonly get?: OperationObject;
  readonly head?: OperationObject;
  readonly options?: OperationObject;
  readonly patch?: OperationObject;
  readonly post?: OperationObject;
  readonly put?: OperationObject;
  readonly trace?: OperationObject;
  readonly parameters?: readonly (ParameterObject | ReferenceObject)[];
  readonly servers?: readonly ServerObject[];
}

export interface OperationObject extends JsonObject {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly parameters?: readonly (ParameterObject | ReferenceObject)[];
  readonly requestBody?: RequestBodyObject | ReferenceObject;
  readonly responses?: ResponsesObject;
  readonly security?: readonly SecurityRequirementObject[];
  readonly servers?: readonly ServerObject[];
  readonly tags?: readonly string[];
}

export interface ParameterObject extends JsonObject {
  readonly name?: string;
  readonly in?: ParameterLocation;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly required?: boolean;
  readonly content?: ContentObject;
  readonly schema?: Schema;
}

export type ParameterLocation = "cookie" | "header" | "path" | "query";

export interface RequestBodyObject extends JsonObject {
  readonly description?: string;
  readonly required?: boolean;
  readonly content?: ContentObject;
}

/** By status, range of statuses, or `default`. Extensions are removed by normalizing. */
export interface ResponsesObject extends JsonObject {
  readonly [status: string]: ResponseObject | ReferenceObject;
}

export interface ResponseObject extends JsonObject {
  readonly description?: string;
  readonly content?: ContentObject;
  readonly headers?: Readonly<Record<string, HeaderObject | ReferenceObject>>;
}

export interface HeaderObject extends JsonObject {
  readonly content?: ContentObject;
  readonly schema?: Schema;
}

/** By media type. */
export type ContentObject = Readonly<Record<string, MediaTypeObject>>;

export interface MediaTypeObject extends JsonObject {
  readonly encoding?: Readonly<Record<string, EncodingObject>>;
  readonly schema?: Schema;
}

export interface EncodingObject extends JsonObject {
  readonly contentType?: string;
}

export interface ReferenceObject extends JsonObject {
  readonly $ref: string;
}

/** In JSON Schema 2020-12, `true` allows any value and `false` none. */
export type Schema = SchemaObject | boolean;

export interface SchemaObject extends JsonObject {
  readonly $ref?: string;
  readonly additionalProperties?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly deprecated?: boolean;
  readonly description?: string;
  readonly discriminator?: DiscriminatorObject;
  readonly enum?: readonly Json[];
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  /** A boolean is from drafts before JSON Schema 4, which some documents still use. It is ignored. */
  readonly required?: readonly string[] | boolean;
  readonly title?: string;
  readonly type?: string | readonly string[];
}

export interface DiscriminatorObject extends JsonObject {
  readonly mapping?: Readonly<Record<string, string>>;
}

export interface SecuritySchemeObject extends JsonObject {
  readonly type?: string;
  readonly scheme?: string;
  readonly in?: string;
  readonly name?: string;
  readonly openIdConnectUrl?: string;
}

/** The scopes of each required scheme, by the scheme's name. */
export type SecurityRequirementObject = Readonly<Record<string, readonly string[]>>;

/** The type of each object that a reference may stand for. */
export interface ReferencedObjects extends Partial<Record<ObjectType, JsonObject>> {
  readonly callback: JsonObject;
  readonly header: HeaderObject;
  readonly link: JsonObject;
  readonly parameter: ParameterObject;
  readonly pathItem: PathItemObject;
  readonly requestBody: RequestBodyObject;
  readonly response: ResponseObject;
  readonly schema: SchemaObject;
}
