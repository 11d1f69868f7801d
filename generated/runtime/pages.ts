import type { CallOptions } from "./client.js";
import type { AnyResult, Data } from "./result.js";
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

/**
 * Walks a list operation from page to page and gives its rows one by one. The cursor is passed back as it came. The
 * walk ends at an empty page or at a page without a cursor; leaving the loop early sends nothing more.
 *
 * @throws {ApiError} for a page that is not a documented success.
 * @throws {RangeError} for a cursor that was there before: the walk would never end.
 */
export async function* items<C, I extends ListInput, R extends AnyResult>(
  list: (client: C, input: I, options?: CallOptions) => Promise<R>,
  client: C,
  input: I | undefined,
  options?: CallOptions,
): AsyncGenerator<Item<R>, void, undefined> {
  const seen = new Set<unknown>();
  for (let cursor = input?.query?.starting_after; ; ) {
    seen.add(cursor);
    const query = { ...input?.query, ...(cursor !== undefined && { starting_after: cursor }) };
    // The same input with another cursor; a spread of a type parameter is no longer that type parameter.
    const page = (await unwrap(list(client, { ...input, query } as I, options))) as Page;
    // `items` of the document's own page type: the rows that `Item` reads off it.
    yield* (page.items ?? []) as readonly Item<R>[];
    const next = page.next_starting_after;
    if (!page.items?.length || !next) return;
    if (seen.has(next))
      throw new RangeError(`The list gave the cursor ${JSON.stringify(next)} twice: the walk would never end`);
    cursor = next;
  }
}
