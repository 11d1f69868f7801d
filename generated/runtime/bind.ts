import { call, type OperationAt } from "./call.js";
import type { Client } from "./client.js";
import type { Arguments } from "./input.js";
import type { CallOptions } from "./options.js";
import type { Result } from "./result.js";
import type { Special } from "./special.js";

/** What is known of an operation without calling it. */
export interface Descriptor {
  readonly method: string;
  /** The path template. */
  readonly path: string;
  /** The statuses that the document lists. */
  readonly statuses: readonly (number | string)[];
  /** The scopes an API key needs: of each group one. Empty where the document names none. */
  readonly scopes: readonly (readonly string[])[];
  /** In what it differs from JSON sent and JSON answered. */
  readonly special?: Special;
}

/** Operations by their names. */
export type Descriptors = Readonly<Record<string, Descriptor>>;

type Bound<Paths, D extends Descriptor> = (
  ...args: Arguments<OperationAt<Paths, D["path"], D["method"]>, CallOptions>
) => Promise<Result<OperationAt<Paths, D["path"], D["method"]>>>;

/** The dotted style: `const accounts = bind(client, operations)`, then `accounts.getAccount({ … })`. */
export function bind<Paths, D extends Descriptors>(
  client: Client<Paths>,
  operations: D,
): { readonly [Name in keyof D]: Bound<Paths, D[Name]> } {
  const bound = Object.entries(operations).map(([name, { method, path, statuses, special }]) => [
    name,
    (input: unknown, options?: CallOptions) =>
      // The types of these three stand in `Bound`; here they are whatever the descriptor holds.
      call(client, name, method, path as never, statuses as never, input as never, options, special),
  ]);
  // Each function got the types of its descriptor; building from entries forgets which name belongs to which.
  return Object.fromEntries(bound) as { readonly [Name in keyof D]: Bound<Paths, D[Name]> };
}
