import type { Contract } from "../../contract/contract.ts";
import { asObject, isArray, isObject, type Json } from "../../document/json.ts";
import { decodePointerToken } from "../../document/json-pointer.ts";
import { componentRef } from "../../document/references.ts";
import type { Direction } from "./change.ts";

/** Finds whether each component schema is used in requests, in responses, or in both. Callbacks count as both. */
export function findDirections({ operations, document }: Contract): (name: string) => ReadonlySet<Direction> {
  const components = asObject(document.components);
  const reached = { request: new Set<string>(), response: new Set<string>() };

  /** Adds the pointers of all components that a value refers to, directly or indirectly. */
  const addComponents = (value: Json | undefined, pointers: Set<string>): void => {
    if (isArray(value)) for (const item of value) addComponents(item, pointers);
    if (!isObject(value)) return;
    for (const child of Object.values(value)) addComponents(child, pointers);
    for (const target of [value.$ref, ...Object.values(asObject(asObject(value.discriminator).mapping))]) {
      const [pointer, section = "", name = ""] = /^#\/components\/(\w+)\/([^/]+)$/.exec(String(target)) ?? [];
      if (pointer === undefined || pointers.has(pointer)) continue;
      pointers.add(pointer);
      addComponents(asObject(components[section])[decodePointerToken(name)], pointers);
    }
  };

  for (const { operation } of operations.values()) {
    const pathItem = asObject(asObject(document.paths)[operation.path]);
    const { parameters, requestBody, responses, callbacks } = asObject(pathItem[operation.method.toLowerCase()]);
    for (const sent of [pathItem.parameters, parameters, requestBody, callbacks]) addComponents(sent, reached.request);
    for (const received of [responses, callbacks]) addComponents(received, reached.response);
  }
  return (name) => {
    const pointer = componentRef("schemas", name);
    const directions = ["request", "response"] as const;
    return new Set(directions.filter((direction) => reached[direction].has(pointer)));
  };
}
