import { call, type OperationAt } from "./call.js";
import type { Client } from "./client.js";
import type { Arguments } from "./input.js";
import type { OperationOverrides } from "./operation-overrides.js";
import type { CallOptions } from "./options.js";
import type { Result } from "./result.js";

/** An operation as data. */
export interface Descriptor {
  readonly method: string;
  /** The path template. */
  readonly path: string;
  /** The statuses that the document lists. */
  readonly statuses: readonly (number | string)[];
  /** The scopes that an API key needs: one of each group. Empty if the document names none. */
  readonly scopes: readonly (readonly string[])[];
  /** Differences from an operation that sends and receives JSON. */
  readonly overrides?: OperationOverrides;
}

/** Operations by name. */
export type Descriptors = Readonly<Record<string, Descriptor>>;

type Bound<Paths, D extends Descriptor> = (
  ...args: Arguments<OperationAt<Paths, D["path"], D["method"]>, CallOptions>
) => Promise<Result<OperationAt<Paths, D["path"], D["method"]>>>;

/** Binds operations to a client: `const accounts = bind(client, operations)`, then `accounts.getAccount({ … })`. */
export function bind<Paths, D extends Descriptors>(
  client: Client<Paths>,
  operations: D,
): { readonly [Name in keyof D]: Bound<Paths, D[Name]> } {
  const bound = Object.entries(operations).map(([name, { method, path, statuses, overrides }]) => [
    name,
    (input: unknown, options?: CallOptions) =>
      // `Bound` has the types of these three; here they are whatever the descriptor holds.
      call(client, name, method, path as never, statuses as never, input as never, options, overrides),
  ]);
  // `Object.fromEntries` forgets which name belongs to which function.
  return Object.fromEntries(bound) as { readonly [Name in keyof D]: Bound<Paths, D[Name]> };
}
