import { type Edit, transform } from "../grammar.ts";
import type { JsonObject } from "../json.ts";
import { prune } from "../prune.ts";
import { hoistErrors } from "./errors.ts";
import { dropIgnored } from "./ignored.ts";
import { dropImpossible } from "./impossible.ts";
import { dropNoise } from "./noise.ts";
import { dropNullBodies } from "./null-bodies.ts";
import { orderKeys, orderLists } from "./order.ts";
import { reduceTags } from "./tags.ts";
import { titleComponents, titleReferences } from "./titles.ts";
import { upgrade } from "./upgrade.ts";

type Pass = (document: JsonObject) => JsonObject;

/** What is done to each object by itself is done in one walk over the document, one edit after the other. */
const eachObject: Pass = (document) => {
  const edits: readonly Edit[] = [dropIgnored(document), titleReferences(document), dropNoise, orderLists];
  const edit: Edit = (value, kind, pointer) =>
    edits.reduce<JsonObject | undefined>((result, each) => result && each(result, kind, pointer), value);
  return transform("document", document, edit) ?? document;
};

/**
 * The passes, in the order they have to run in: names before anything counts references, noise and order before bodies
 * are compared, keys last. Each is a pure function, and the whole gives its own output back unchanged.
 */
const passes: readonly Pass[] = [
  upgrade,
  eachObject,
  titleComponents,
  dropNullBodies,
  dropImpossible,
  reduceTags,
  hoistErrors,
  prune,
  orderKeys,
];

/** Takes a filtered document to the one form that says the same thing in the same bytes, download after download. */
export const normalise: Pass = (document) => passes.reduce((result, pass) => pass(result), document);
