// Generated from spec/api_v2.account.json. Do not edit: run `npm run generate`.

import { operations } from "./operations.js";
import { type Fake, fake, type Scripts } from "./runtime/fake.js";
import type { paths } from "./types.js";

export type { Fake, FakeAnswer, FakeCall } from "./runtime/fake.js";

/**
 * A `fetch` for tests that answers from memory: for each operation that is called, a documented status with its
 * body, or a function that makes one of the input.
 *
 * `const fake = fakeAccounts({ … }); createAccountClient({ apiKey: "any", fetch: fake.fetch })`
 */
export function fakeAccounts(answers: Scripts<paths, typeof operations>): Fake<paths, typeof operations> {
  return fake<paths, typeof operations>(operations, answers);
}
