import { jsonPointer } from "../document/json-pointer.ts";
import { methods } from "../document/object-model.ts";
import type { OpenApiDocument, OperationObject, ParameterObject } from "../document/openapi-types.ts";
import { type Resolved, resolveReference } from "../document/references.ts";
import type { Operation } from "./model.ts";

type OperationKey = Pick<Operation, "path" | "method">;

/** Returns the operation's object in the document. */
export function operationObject(document: OpenApiDocument, { path, method }: OperationKey): OperationObject {
  const key = methods.find((each) => each === method.toLowerCase());
  return (key && document.paths[path]?.[key]) ?? {};
}

/** Returns the JSON pointer of the operation. */
export const operationPointer = ({ path, method }: OperationKey): string =>
  jsonPointer("#/paths", path, method.toLowerCase());

/** Returns the parameters of an operation and of its path item. The operation's take precedence. */
export function effectiveParameters(document: OpenApiDocument, key: OperationKey): Resolved<ParameterObject>[] {
  const { path } = key;
  const resolveAll = (owner: Pick<OperationObject, "parameters">, ownerPointer: string) =>
    (owner.parameters ?? []).map((parameter, index) =>
      resolveReference(document, "parameter", parameter, jsonPointer(ownerPointer, "parameters", index)),
    );
  const all = [
    ...resolveAll(operationObject(document, key), operationPointer(key)),
    ...resolveAll(document.paths[path] ?? {}, jsonPointer("#/paths", path)),
  ];
  const isSame = (a: ParameterObject, b: ParameterObject): boolean => a.in === b.in && a.name === b.name;
  return all.filter(({ value }, index) => all.findIndex((other) => isSame(other.value, value)) === index);
}
