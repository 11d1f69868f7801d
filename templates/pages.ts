import { ApiError } from "./errors.js";
import type { CallOptions } from "./options.js";
import { told } from "./own.js";
import { type AnyResult, type Data, nameOf } from "./result.js";
import { unwrap } from "./unwrap.js";

/** The type of the rows of a list operation's pages. */
export type Item<R extends AnyResult> = Data<R> extends { items?: readonly (infer Row)[] | null } ? Row : never;

/** What a list operation takes, as far as walking its pages needs to know. */
interface ListInput {
  query?: { starting_after?: unknown };
}

/** What a page holds, as far as walking on needs to know. */
interface Page {
  items?: readonly unknown[] | null;
  next_starting_after?: unknown;
}

/** A list operation's function. */
export type List<C, I, R> = (client: C, input: I, options?: CallOptions) => Promise<R>;

/**
 * Walks a list operation from page to page. The cursor is passed back as it came. The walk ends at an empty page or at
 * a page without a cursor; leaving the loop early sends nothing more.
 *
 * @param defaults what the query says unless the input says otherwise.
 * @throws {ApiError} for a page that is not a documented success.
 * @throws {RangeError} for a cursor that was there before: the walk would never end.
 */
export async function* pages<C, I extends ListInput, R extends AnyResult>(
  list: List<C, I, R>,
  client: C,
  input: I | undefined,
  options?: CallOptions,
  defaults?: object,
): AsyncGenerator<Data<R>, void, undefined> {
  const seen = new Set<unknown>();
  for (let cursor = input?.query?.starting_after; ; ) {
    seen.add(cursor);
    const query = { ...defaults, ...told(input?.query), ...(cursor !== undefined && { starting_after: cursor }) };
    // The same input with another cursor; a spread of a type parameter is no longer that type parameter.
    const result = await list(client, { ...input, query } as I, options);
    const data = await unwrap(result);
    // Every paged operation's data is such a page: that is how paged operations are told from others.
    const { items, next_starting_after: next } = Object(data) as Page;
    // An answer that is JSON and no page is no end of the list.
    if (items === undefined) throw new ApiError(nameOf(result), result.response, data);
    if (items?.length) yield data;
    if (!items?.length || !next) return;
    if (seen.has(next)) throw new RangeError(`the list gave the cursor ${JSON.stringify(next)} twice`);
    cursor = next;
  }
}

/** Walks a list operation and gives its rows one by one; the rest is as with {@link pages}. */
export function items<C, I extends ListInput, R extends AnyResult>(
  list: List<C, I, R>,
  client: C,
  input: I | undefined,
  options?: CallOptions,
  defaults?: object,
): AsyncGenerator<Item<R>, void, undefined> {
  return rows<R>(pages(list, client, input, options, defaults), options);
}

/** The rows of pages, one by one, until the call's signal is aborted. */
export async function* rows<R extends AnyResult>(
  pages: AsyncIterable<unknown>,
  options: CallOptions | undefined,
): AsyncGenerator<Item<R>, void, undefined> {
  // The rows of the document's own page type, which is what `Item` reads off it.
  for await (const page of pages)
    for (const row of (page as Page).items as Item<R>[]) {
      options?.signal?.throwIfAborted();
      yield row;
    }
}
