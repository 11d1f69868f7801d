import type { JsonObject } from "../json.ts";
import { type Edit, mapObjects } from "../object-model.ts";
import { pruneComponents } from "../prune-components.ts";
import { dropForbiddenBodies, dropNullBodies } from "./drop-forbidden-bodies.ts";
import { hoistErrorResponses } from "./hoist-responses.ts";
import { orderKeys, orderLists } from "./order.ts";
import { dropIgnoredHeaders, dropNoise, dropUnusedTags } from "./strip.ts";
import { titleComponents, titleReferences } from "./title-components.ts";
import { upgradeToOpenApi31 } from "./upgrade-to-openapi-31.ts";

type Pass = (document: JsonObject) => JsonObject;

/** What is done to each object by itself is done in one walk over the document, one edit after the other. */
const eachObject: Pass = (document) => {
  const edits: readonly Edit[] = [dropIgnoredHeaders(document), titleReferences(document), dropNoise, orderLists];
  const edit: Edit = (value, kind, pointer) =>
    edits.reduce<JsonObject | undefined>((result, each) => result && each(result, kind, pointer), value);
  return mapObjects("document", document, edit) ?? document;
};

/**
 * The passes, in the order they have to run in: names before anything counts references, noise and order before bodies
 * are compared, keys last. Each is a pure function, and the whole gives its own output back unchanged.
 */
const passes: readonly Pass[] = [
  upgradeToOpenApi31,
  eachObject,
  titleComponents,
  dropNullBodies,
  dropForbiddenBodies,
  dropUnusedTags,
  hoistErrorResponses,
  pruneComponents,
  orderKeys,
];

/** Takes a filtered document to the one form that says the same thing in the same bytes, download after download. */
export const normalize: Pass = (document) => passes.reduce((result, pass) => pass(result), document);
