import statuses from "statuses";
import { canonicalJson, compareCodePoints, type JsonObject, mapValues } from "../json.ts";
import { listOperations, mapOperations } from "../object-model.ts";
import type { OpenApiDocument } from "../openapi-types.ts";
import { componentRef, findComponent } from "../references.ts";

/**
 * Moves repeated error responses to `components.responses`, named by reason phrase (`NotFound`). Of each status, only
 * the most frequent response is moved, and only if it is used at least twice. If the document already has a component
 * of that name, equal responses refer to it, and no response is moved.
 */
export function hoistErrorResponses(document: OpenApiDocument): OpenApiDocument {
  /** The canonical JSON of each inline error response. */
  const jsonOf = new Map<JsonObject, string>();
  /** The number of uses of each response, by status, then by its canonical JSON. */
  const counts = new Map<string, Map<string, number>>();
  for (const { responses = {} } of listOperations(document))
    for (const [status, response] of Object.entries(responses)) {
      if (!/^[45]\d\d$/.test(status) || response.$ref !== undefined) continue;
      const json = canonicalJson(response);
      const ofStatus = counts.get(status) ?? new Map<string, number>();
      jsonOf.set(response, json);
      counts.set(status, ofStatus.set(json, (ofStatus.get(json) ?? 0) + 1));
    }
  const hoisted = new Map<string, { name: string; json: string }>();
  for (const [status, ofStatus] of counts) {
    const name = reasonName(status);
    const [mostFrequent] = [...ofStatus].sort(([a, m], [b, n]) => n - m || compareCodePoints(a, b));
    if (name === undefined || mostFrequent === undefined) continue;
    const existing = findComponent(document, "responses", name);
    const [json, count] = mostFrequent;
    if (existing) hoisted.set(status, { name, json: canonicalJson(existing) });
    else if (count > 1) hoisted.set(status, { name, json });
  }
  if (hoisted.size === 0) return document;
  const result = mapOperations(document, (operation) => ({
    ...operation,
    responses: mapValues(operation.responses ?? {}, (response, status) => {
      const component = hoisted.get(status);
      return component && component.json === jsonOf.get(response)
        ? { $ref: componentRef("responses", component.name) }
        : response;
    }),
  }));
  const added = Object.fromEntries(
    [...hoisted.values()].map(({ name, json }): [string, JsonObject] => [name, JSON.parse(json)]),
  );
  const { components = {} } = result;
  return { ...result, components: { ...components, responses: { ...added, ...components.responses } } };
}

/** Returns the reason phrase of a status in Pascal case: `NotFound`, `ImATeapot`. */
function reasonName(status: string): string | undefined {
  const phrase = statuses.message[Number(status)];
  return phrase
    ?.replaceAll("'", "")
    .replace(/(?:^|[^A-Za-z]+)([A-Za-z])/g, (_, letter: string) => letter.toUpperCase());
}
