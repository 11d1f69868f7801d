import type { Names, Operation } from "../model.ts";
import type { JsonObject } from "../spec/json.ts";
import type { Shape } from "./shape.ts";

/**
 * What an API and its callers hold each other to: its names with the shape of everything that goes to and fro. It is
 * what two documents are compared by. Emitters need none of it; openapi-typescript prints the shapes.
 */
export interface Contract {
  readonly names: Names;
  /** By `METHOD /path`. */
  readonly endpoints: ReadonlyMap<string, Listed>;
  /** Component schemas by key. */
  readonly schemas: ReadonlyMap<string, Component>;
  /** What operations share besides schemas (security, responses, parameters), as one text. */
  readonly shared: string;
  /** The servers as the document lists them, as one text, without their descriptions. */
  readonly servers: string;
  /** What the document says of its servers and tags, by `server URL` and `tag NAME`. */
  readonly texts: ReadonlyMap<string, string | undefined>;
  /** What else the document says that no rule is about, by key. */
  readonly rest: JsonObject;
  /** The normalised document itself, for telling whether two of them differ at all. */
  readonly document: JsonObject;
}

export interface Component {
  readonly title: string | undefined;
  readonly pointer: string;
  /** All of it as one text. */
  readonly text: string;
  /** Read when somebody asks: most are the same in two documents, word for word. */
  readonly shape: () => Shape;
}

/** An operation that is there, and has not been read. */
export interface Listed {
  readonly operation: Operation;
  readonly pointer: string;
  /** All that the document says of it in its own place, as one text. */
  readonly text: string;
  readonly read: () => Endpoint;
}

export interface Endpoint extends Pick<Listed, "operation" | "pointer"> {
  /** What callers have to show: `http bearer`. */
  readonly security: string;
  /** By `in name`. */
  readonly parameters: ReadonlyMap<string, ParameterFacts>;
  readonly body: Message | undefined;
  readonly bodyRequired: boolean;
  /** By status. */
  readonly responses: ReadonlyMap<string, Message>;
  readonly rest: JsonObject;
}

export interface ParameterFacts {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  /** `style`, `explode` and `allowReserved`, defaults filled in. */
  readonly style: string;
  readonly shape: Shape;
  readonly pointer: string;
  readonly rest: JsonObject;
}

/** A request body or an answer. */
export interface Message {
  readonly description: string | undefined;
  /** By media type. */
  readonly content: ReadonlyMap<string, Shape>;
  readonly pointer: string;
  readonly rest: JsonObject;
}
