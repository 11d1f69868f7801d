import type { Contract } from "../../contract/contract.ts";
import { asObject, isArray, isObject, type Json } from "../../document/json.ts";
import { decodePointerToken } from "../../document/json-pointer.ts";
import { componentRef } from "../../document/references.ts";
import type { Direction } from "./change.ts";

/** Which ways each component schema travels: into the API, out of it, or both. Callbacks go either way. */
export function findDirections({ operations, document }: Contract): (name: string) => ReadonlySet<Direction> {
  const components = asObject(document.components);
  const [request, response] = [new Set<string>(), new Set<string>()];

  /** Notes every component that a value refers to, wherever in it the reference stands. */
  const visit = (value: Json | undefined, reached: Set<string>): void => {
    if (isArray(value)) for (const item of value) visit(item, reached);
    if (!isObject(value)) return;
    for (const child of Object.values(value)) visit(child, reached);
    for (const target of [value.$ref, ...Object.values(asObject(asObject(value.discriminator).mapping))]) {
      const [pointer, section = "", name = ""] = /^#\/components\/(\w+)\/([^/]+)$/.exec(String(target)) ?? [];
      if (pointer === undefined || reached.has(pointer)) continue;
      reached.add(pointer);
      visit(asObject(components[section])[decodePointerToken(name)], reached);
    }
  };

  for (const { operation } of operations.values()) {
    const item = asObject(asObject(document.paths)[operation.path]);
    const { parameters, requestBody, responses, callbacks } = asObject(item[operation.method.toLowerCase()]);
    for (const sent of [item.parameters, parameters, requestBody, callbacks]) visit(sent, request);
    for (const received of [responses, callbacks]) visit(received, response);
  }
  const ways = [
    ["request", request],
    ["response", response],
  ] as const;
  return (name) => {
    const pointer = componentRef("schemas", name);
    return new Set(ways.filter(([, reached]) => reached.has(pointer)).map(([way]) => way));
  };
}
