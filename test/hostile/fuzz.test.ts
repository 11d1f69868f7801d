import { expect, test } from "vitest";
import { baseline } from "../helpers/project.ts";
import { documents, fuzz, mutations, sample } from "./fuzz.ts";

/** `npm run test:fuzz` does the same with many more documents. */
test("generates a client from a document with hostile strings, or rejects it", { timeout: 120_000 }, async () => {
  const {
    documents: count,
    clients,
    rejected,
  } = await fuzz(sample(documents, 150, 1).map((each) => JSON.stringify(each)));
  expect(clients + Object.values(rejected).reduce((a, b) => a + b, 0)).toBe(count);
  expect([clients > 20, Object.keys(rejected).length > 2]).toEqual([true, true]);
});

test("generates a client from a damaged copy of the snapshot, or rejects it", { timeout: 120_000 }, async () => {
  const { documents: count, clients, rejected } = await fuzz(sample(mutations(baseline), 40, 2));
  expect(clients + Object.values(rejected).reduce((a, b) => a + b, 0)).toBe(count);
});
