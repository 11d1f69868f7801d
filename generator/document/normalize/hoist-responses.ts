import statuses from "statuses";
import {
  asObject,
  canonicalJson,
  compareCodePoints,
  isObject,
  type Json,
  type JsonObject,
  mapValues,
} from "../json.ts";
import { listOperations, mapOperations } from "../object-model.ts";
import { componentRef, findComponent } from "../references.ts";

/**
 * Moves error responses that operations repeat to `components.responses`, named by reason phrase (`NotFound`): of each
 * status only the body that is used most, and only if it is used at least twice. The others stay where they are.
 * A name that the document has taken already is respected: responses equal to it refer to it, the others stay.
 */
export function hoistErrorResponses(document: JsonObject): JsonObject {
  /** Of every error response that is written out, all of it as one text. */
  const bodyOf = new Map<Json, string>();
  const counts = new Map<string, Map<string, number>>();
  for (const { responses } of listOperations(document))
    for (const [status, response] of Object.entries(asObject(responses))) {
      if (!/^[45]\d\d$/.test(status) || !isObject(response) || response.$ref !== undefined) continue;
      const body = canonicalJson(response);
      const bodies = counts.get(status) ?? new Map<string, number>();
      bodyOf.set(response, body);
      counts.set(status, bodies.set(body, (bodies.get(body) ?? 0) + 1));
    }
  const hoisted = new Map<string, { name: string; body: string }>();
  for (const [status, bodies] of counts) {
    const name = reasonName(status);
    const [best] = [...bodies].sort(([a, m], [b, n]) => n - m || compareCodePoints(a, b));
    if (name === undefined || best === undefined) continue;
    const taken = findComponent(document, "responses", name);
    if (taken) hoisted.set(status, { name, body: canonicalJson(taken) });
    else if (best[1] > 1) hoisted.set(status, { name, body: best[0] });
  }
  if (hoisted.size === 0) return document;
  const result = mapOperations(document, (operation) => ({
    ...operation,
    responses: mapValues(asObject(operation.responses), (response, status) => {
      const found = hoisted.get(status);
      return found && found.body === bodyOf.get(response) ? { $ref: componentRef("responses", found.name) } : response;
    }),
  }));
  const components = asObject(result.components);
  const added = Object.fromEntries(
    [...hoisted.values()].map(({ name, body }): [string, JsonObject] => [name, JSON.parse(body)]),
  );
  return { ...result, components: { ...components, responses: { ...added, ...asObject(components.responses) } } };
}

/** "Not Found" is `NotFound`, "I'm a Teapot" is `ImATeapot`. */
function reasonName(status: string): string | undefined {
  const phrase = statuses.message[Number(status)];
  return phrase
    ?.replaceAll("'", "")
    .replace(/(?:^|[^A-Za-z]+)([A-Za-z])/g, (_, letter: string) => letter.toUpperCase());
}
