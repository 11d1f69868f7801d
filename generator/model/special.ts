import type { Operation, Special, Styles } from "../model.ts";
import { at } from "../spec/grammar.ts";
import { asArray, asObject, type Json, type JsonObject } from "../spec/json.ts";
import { resolve } from "../spec/references.ts";
import { readAnswers, readBody } from "./bodies.ts";
import { chooseMedia } from "./media.ts";
import { effectiveParameters } from "./operations.ts";
import { firstServer } from "./servers.ts";
import { readStyles } from "./styles.ts";

/** What the client has to know of an operation besides its method, its path and its statuses. */
export function readSpecial(
  document: JsonObject,
  { path, method }: Pick<Operation, "path" | "method">,
  operation: JsonObject,
): Special {
  const pointer = at("#/paths", path, method.toLowerCase());
  const parameters = effectiveParameters(document, path, method.toLowerCase()).map(({ value }) => value);
  const content = (kind: "requestBody" | "response", value: Json | undefined, where: string): JsonObject =>
    asObject(resolve(document, kind, asObject(value), where).value.content);
  const answers = Object.entries(asObject(operation.responses)).map(([status, response]) => {
    const all = content("response", response, at(pointer, "responses", status));
    return {
      status: /^\d+$/.test(status) ? Number(status) : status,
      media: chooseMedia(document, all, pointer),
      choice: Object.keys(all).length,
    };
  });
  const body = chooseMedia(document, content("requestBody", operation.requestBody, pointer), pointer);
  const styles = ["path", "query", "header", "cookie"].flatMap((where): [string, Styles][] => {
    const found = readStyles(document, parameters, where);
    return found ? [[where, found]] : [];
  });
  const server = firstServer(serversOf(document, path, operation));
  return {
    ...readAnswers(answers),
    ...Object.fromEntries(styles),
    ...readBody(body),
    ...(server !== undefined && { server }),
  };
}

/** The servers of an operation itself, where it has some: its own, or those of its path. */
const serversOf = (document: JsonObject, path: string, operation: JsonObject): Json | undefined => {
  const own = [operation.servers, asObject(asObject(document.paths)[path]).servers];
  return own.find((servers) => asArray(servers).length > 0);
};
