import type { Content, OperationType } from "./result.js";

/**
 * The input of an operation in the document's own groups: `path`, `query`, `header`, `cookie` and `body`. A group
 * exists if the operation has one, and is optional if nothing in it is required. An operation without groups takes no input.
 *
 * Flattened through `infer`: an intersection with an empty type would accept unknown groups, and compiler messages show
 * the groups themselves instead of how they are computed.
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
 * The input type of a call, for your own function signatures: `InputOf<typeof patchAccount>["body"]`. Optional groups
 * are included.
 */
export type InputOf<Call> = Call extends (client: never, input: infer All) => unknown
  ? Required<NonNullable<All>>
  : never;

/** The name of a group, or nothing if the operation has no such group: openapi-typescript prints `never` then. */
type Present<Name, Value> = [NonNullable<Value>] extends [never] ? never : Name;

/** The arguments of a call after the client. The input is optional if all of its groups are. */
export type Arguments<Operation extends OperationType, Options> =
  Record<never, never> extends Input<Operation>
    ? [input?: Input<Operation>, options?: Options]
    : [input: Input<Operation>, options?: Options];
