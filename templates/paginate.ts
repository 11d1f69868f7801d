import { ApiError } from "./errors.js";
import type { CallOptions } from "./options.js";
import { omitUndefined } from "./own-properties.js";
import { type AnyResult, type Data, operationName, unwrap } from "./result.js";

/** The item type of a list operation. */
export type Item<R extends AnyResult> = Data<R> extends { items?: readonly (infer Element)[] | null } ? Element : never;

/** The input of a list operation, as far as pagination uses it. */
interface ListInput {
  query?: { starting_after?: unknown };
}

/** The input of a list operation that takes its cursor in the body. */
interface PostedListInput {
  body?: { starting_after?: unknown };
}

/** The data of a list operation, as far as pagination uses it. */
interface Page {
  items?: readonly unknown[] | null;
  next_starting_after?: unknown;
}

/** The call function of a list operation. */
export type List<C, I, R> = (client: C, input: I, options?: CallOptions) => Promise<R>;

/**
 * Iterates over the pages of a list operation. Cursors are sent back as they were received. Ends at an empty page or at
 * a page without a cursor; leaving the loop early sends nothing more.
 *
 * @param defaults Query parameters, unless the input has them.
 * @throws {ApiError} For a page that is not a documented success.
 * @throws {RangeError} For a cursor that was received before, since the iteration would never end.
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
    const query = {
      ...defaults,
      ...omitUndefined(input?.query),
      ...(cursor !== undefined && { starting_after: cursor }),
    };
    // The same input with another cursor. TypeScript does not see that a spread of I is an I.
    const result = await list(client, { ...input, query } as I, options);
    const data = await unwrap(result);
    const page = toPage(data);
    // JSON that is not a page does not end the list.
    if (page.items === undefined) throw new ApiError(operationName(result), result.response, data);
    if (page.items?.length) yield data;
    const next = page.next_starting_after;
    if (!page.items?.length || !next) return;
    if (seen.has(next)) throw new RangeError(`the list returned the cursor ${JSON.stringify(next)} twice`);
    cursor = next;
  }
}

/** Iterates over the items of a list operation. See {@link pages}. */
export function items<C, I extends ListInput, R extends AnyResult>(
  list: List<C, I, R>,
  client: C,
  input: I | undefined,
  options?: CallOptions,
  defaults?: object,
): AsyncGenerator<Item<R>, void, undefined> {
  return flattenItems<R>(pages(list, client, input, options, defaults), options);
}

/** Iterates over the pages of a list operation that takes its cursor in the body. See {@link pages}. */
export function pagesByBodyCursor<C, I extends PostedListInput, R extends AnyResult>(
  list: List<C, I, R>,
  client: C,
  input: I | undefined,
  options?: CallOptions,
  defaults?: object,
): AsyncGenerator<Data<R>, void, undefined> {
  // `pages` passes the cursor in the query; the operation takes it in the body, with the rest of the input unchanged.
  const listByQuery = (client: C, { query }: { query?: object }, options?: CallOptions): Promise<R> =>
    list(client, { ...input, body: query } as I, options);
  return pages(listByQuery, client, { query: { ...input?.body } }, options, defaults);
}

/** Iterates over the items of a list operation that takes its cursor in the body. See {@link pages}. */
export function itemsByBodyCursor<C, I extends PostedListInput, R extends AnyResult>(
  list: List<C, I, R>,
  client: C,
  input: I | undefined,
  options?: CallOptions,
  defaults?: object,
): AsyncGenerator<Item<R>, void, undefined> {
  return flattenItems<R>(pagesByBodyCursor(list, client, input, options, defaults), options);
}

/** Iterates over the items of pages, until the call's signal is aborted. */
async function* flattenItems<R extends AnyResult>(
  pages: AsyncIterable<unknown>,
  options: CallOptions | undefined,
): AsyncGenerator<Item<R>, void, undefined> {
  // `Item` is read off the same page type of the document.
  for await (const page of pages)
    for (const item of toPage(page).items as Item<R>[]) {
      options?.signal?.throwIfAborted();
      yield item;
    }
}

/** Data of a paged operation is a page; any other value counts as an empty page. */
const toPage = (data: unknown): Page => (typeof data === "object" && data !== null ? data : {});
