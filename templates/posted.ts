import type { CallOptions } from "./options.js";
import { type Item, type List, pages, rows } from "./pages.js";
import type { AnyResult, Data } from "./result.js";

/** What a list operation takes that is asked in its body, cursor and all. */
interface PostedInput {
  body?: { starting_after?: unknown };
}

/** Walks a list operation whose cursor goes into its body; the rest is as with {@link pages}. */
export function postedPages<C, I extends PostedInput, R extends AnyResult>(
  list: List<C, I, R>,
  client: C,
  input: I | undefined,
  options?: CallOptions,
  defaults?: object,
): AsyncGenerator<Data<R>, void, undefined> {
  // The list as `pages` knows lists: what it would put into the query goes into the body, all else as it was given.
  const asked = (client: C, { query }: { query?: object }, options?: CallOptions): Promise<R> =>
    list(client, { ...input, body: query } as I, options);
  return pages(asked, client, { query: { ...input?.body } }, options, defaults);
}

/** Walks such a list and gives its rows one by one. */
export function postedItems<C, I extends PostedInput, R extends AnyResult>(
  list: List<C, I, R>,
  client: C,
  input: I | undefined,
  options?: CallOptions,
  defaults?: object,
): AsyncGenerator<Item<R>, void, undefined> {
  return rows<R>(postedPages(list, client, input, options, defaults), options);
}
