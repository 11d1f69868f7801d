import { expect, test } from "vitest";
import { findUndeclaredConstraints } from "../../generator/diff/findings/description-constraints.ts";

test.each<{ before?: string; after: string; limits?: number[]; want: string[] }>([
  { after: "The accounts to include.", want: [] },
  { after: "This filter is required.", want: ["is required"] },
  { before: "Optional.", after: "Required, and unique.", want: ["Required"] },
  { before: "This is required.", after: "This is required, and long.", want: [] },
  { after: "The start must be before the end.", want: ["must"] },
  { after: "Names must not be empty.", want: ["must not"] },
  { after: "Takes at most 200 accounts.", want: ["at most 200"] },
  { after: "Takes at most 200 accounts.", limits: [200], want: [] },
  { after: "Takes at most 200 accounts.", limits: [100], want: ["at most 200"] },
  { after: "Up to 10,000 leads.", want: ["Up to 10,000"] },
  { after: "Up to 10,000 leads.", limits: [10_000], want: [] },
  { after: "The maximum range is 31 days.", want: ["maximum"] },
  { after: "Maximum of 5 retries, no more than 2 at once.", want: ["Maximum of 5", "no more than 2"] },
  { before: "At most 10.", after: "At most 5.", want: ["At most 5"] },
  { before: "At most 10.", after: "At most 100.", want: [] },
  { before: "At least 5.", after: "At least 2.", want: [] },
  { before: "At least 2.", after: "At least 5.", want: ["At least 5"] },
  { after: "It is not required, and has no maximum.", want: [] },
  { after: "It cannot exceed 100, max 5 at once.", want: ["cannot", "exceed 100", "max 5"] },
  { after: "Whether the requirement holds.", want: [] },
  { after: "", want: [] },
])("finds $want in $after (before: $before)", ({ before = "", after, limits = [], want }) => {
  expect(findUndeclaredConstraints(before, after, limits)).toEqual(want);
});
