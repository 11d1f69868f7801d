import type { JsonObject } from "../json.ts";
import { prune } from "../references.ts";
import { hoistErrors } from "./errors.ts";
import { dropNoise } from "./noise.ts";
import { dropNullBodies } from "./null-bodies.ts";
import { orderKeys, orderLists } from "./order.ts";
import { reduceTags } from "./tags.ts";
import { titleComponents } from "./titles.ts";
import { upgrade } from "./upgrade.ts";

/**
 * The passes, in the order they have to run in: names before anything counts references, noise and order before bodies
 * are compared, keys last. Each is a pure function, and the whole gives its own output back unchanged.
 */
const passes = [
  upgrade,
  titleComponents,
  dropNullBodies,
  dropNoise,
  reduceTags,
  orderLists,
  hoistErrors,
  prune,
  orderKeys,
];

/** Takes a filtered document to the one form that says the same thing in the same bytes, download after download. */
export const normalise = (document: JsonObject): JsonObject => passes.reduce((result, pass) => pass(result), document);
