import type { JsonObject } from "../json.ts";
import { type Edit, mapObjects } from "../object-model.ts";
import type { OpenApiDocument } from "../openapi-types.ts";
import { pruneComponents } from "../prune-components.ts";
import { dropForbiddenBodies, dropNullBodies } from "./drop-forbidden-bodies.ts";
import { hoistErrorResponses } from "./hoist-responses.ts";
import { orderKeys, orderLists } from "./order.ts";
import { dropIgnoredHeaders, dropNoise, dropUnusedTags } from "./strip.ts";
import { titleComponents, titleReferences } from "./title-components.ts";
import { upgradeToOpenApi31 } from "./upgrade-to-openapi-31.ts";

type Pass = (document: OpenApiDocument) => OpenApiDocument;

/** Applies the edits of single objects in one walk over the document. */
const eachObject: Pass = (document) => {
  const edits: readonly Edit[] = [dropIgnoredHeaders(document), titleReferences(document), dropNoise, orderLists];
  const edit: Edit = (value, type, pointer) =>
    edits.reduce<JsonObject | undefined>((result, each) => result && each(result, type, pointer), value);
  return mapObjects("document", document, edit) ?? document;
};

/**
 * The passes in order: names change before references are counted, noise is removed and arrays are sorted before
 * responses are compared, and keys are sorted last. Passes are pure. Normalizing twice changes nothing.
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

/** Returns a document in its normal form: documents with the same meaning give the same bytes. */
export const normalize: Pass = (document) => passes.reduce((result, pass) => pass(result), document);
