// Generated from snapshot.json. Do not edit: run `npm run generate`.

import { operations } from "./operations.js";
import { type Fake, fake, type Handlers } from "./runtime/fake.js";
import type { paths } from "./types.js";

export type { Fake, FakeAnswer, FakeCall } from "./runtime/fake.js";

/**
 * Creates a `fetch` for tests that responds from memory. For each operation, pass a documented status with its
 * body, or a function that returns one for the input.
 *
 * `const fake = fakeTests({ … }); createTestClient({ fetch: fake.fetch })`
 */
export function fakeTests(handlers: Handlers<paths, typeof operations>): Fake<paths, typeof operations> {
  return fake<paths, typeof operations>(operations, handlers);
}
