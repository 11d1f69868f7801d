import { ApiError } from "./errors.js";
import { type AnyResult, type Data, nameOf } from "./result.js";

/**
 * The data of a call, for callers who prefer exceptions: `const account = await unwrap(getAccount(client, …))`.
 *
 * @throws {ApiError} for every answer that is not a documented success.
 */
export async function unwrap<R extends AnyResult>(result: R | PromiseLike<R>): Promise<Data<R>> {
  const settled = await result;
  if (!settled.ok) throw new ApiError(nameOf(settled), settled.response, settled.error);
  // `ok` says that this is a success; TypeScript does not narrow the type parameter R by it.
  return settled.data as Data<R>;
}
