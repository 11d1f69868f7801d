import type { Content, OperationType } from "./result.js";

/**
 * What a call sends, in the document's own groups: `path`, `query`, `header`, `cookie` and `body`. A group is there
 * when the operation has one, and may be left out when nothing in it is required.
 *
 * Flattened through `infer`: an intersection with an empty half would let unknown groups pass, and messages of the
 * compiler show the groups themselves and not how they were found. Where there are none, nothing can be sent.
 */
export type Input<Operation extends OperationType> = Groups<Operation["parameters"]> & Body<Operation> extends infer All
  ? [keyof All] extends [never]
    ? Record<string, never>
    : { [Key in keyof All]: All[Key] }
  : never;

type Groups<Parameters> = { [Group in keyof Parameters as Present<Group, Parameters[Group]>]: Parameters[Group] };

type Body<Operation> = {
  [Key in keyof Operation as Key extends "requestBody" ? Present<"body", Operation[Key]> : never]: Content<
    NonNullable<Operation[Key]>
  >;
};

/**
 * What a call takes, for functions of your own: `InputOf<typeof patchAccount>["body"]`. Every group is there, also one
 * that may be left out.
 */
export type InputOf<Call> = Call extends (client: never, input: infer All) => unknown
  ? Required<NonNullable<All>>
  : never;

/** The name of a group, or nothing where the operation has no such group (openapi-typescript writes `never`). */
type Present<Name, Value> = [NonNullable<Value>] extends [never] ? never : Name;

/** The arguments after the client: the input may be left out when every group of it may. */
export type Arguments<Operation extends OperationType, Options> =
  Record<never, never> extends Input<Operation>
    ? [input?: Input<Operation>, options?: Options]
    : [input: Input<Operation>, options?: Options];
