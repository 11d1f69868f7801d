import { asArray, asObject, asString, type Json, type JsonObject } from "../document/json.ts";
import { jsonPointer } from "../document/json-pointer.ts";
import { resolveReference } from "../document/references.ts";
import { chooseMediaType, type MediaType, type ParseAs } from "./media-types.ts";
import type { Operation, OperationOverrides, ParameterStyle, ParameterStyles } from "./model.ts";
import { effectiveParameters } from "./read-operations.ts";
import { readParameterStyles, readStyle } from "./read-parameter-styles.ts";
import { firstServer } from "./read-servers.ts";

/** What the client has to know of an operation besides its method, its path and its statuses. */
export function readOperationOverrides(
  document: JsonObject,
  { path, method }: Pick<Operation, "path" | "method">,
  operation: JsonObject,
): OperationOverrides {
  const pointer = jsonPointer("#/paths", path, method.toLowerCase());
  const parameters = effectiveParameters(document, path, method.toLowerCase()).map(({ value }) => value);
  const content = (kind: "requestBody" | "response", value: Json | undefined, where: string): JsonObject =>
    asObject(resolveReference(document, kind, asObject(value), where).value.content);
  const answers = Object.entries(asObject(operation.responses)).map(([status, response]) => {
    const all = content("response", response, jsonPointer(pointer, "responses", status));
    return {
      status: /^\d+$/.test(status) ? Number(status) : status,
      media: chooseMediaType(document, all, pointer),
      choice: Object.keys(all).length,
    };
  });
  const body = chooseMediaType(document, content("requestBody", operation.requestBody, pointer), pointer);
  const styles = ["path", "query", "header", "cookie"].flatMap((where): [string, ParameterStyles][] => {
    const found = readParameterStyles(document, parameters, where);
    return found ? [[where, found]] : [];
  });
  const server = firstServer(ownServers(document, path, operation));
  return {
    ...readResponses(answers),
    ...Object.fromEntries(styles),
    ...readRequestBody(body),
    ...(server !== undefined && { server }),
  };
}

/** The servers of an operation itself, where it has some: its own, or those of its path. */
const ownServers = (document: JsonObject, path: string, operation: JsonObject): Json | undefined => {
  const own = [operation.servers, asObject(asObject(document.paths)[path]).servers];
  return own.find((servers) => asArray(servers).length > 0);
};

/** An answer of the document's, with the media type that the client takes it in. */
export interface DocumentedResponse {
  readonly status: number | string;
  readonly media: MediaType | undefined;
  /** How many media types there are to choose from. */
  readonly choice: number;
}

/** What the client has to know of a request body that is not JSON pure and simple. */
export function readRequestBody(media: MediaType | undefined): Pick<OperationOverrides, "body"> {
  if (!media || media.type === "application/json" || (media.parseAs === "json" && media.type.includes("*"))) return {};
  const as = media.parseAs === "stream" ? "blob" : media.parseAs;
  const forms = as === "form" || as === "multipart";
  const encoding = forms ? readEncoding(asObject(media.value.encoding), as === "form") : undefined;
  return { body: { type: media.type, as, ...(encoding && { encoding }) } };
}

/** How the fields of a form are packed, where the document says. */
function readEncoding(fields: JsonObject, styled: boolean): ParameterStyles | undefined {
  const found = Object.entries(fields).flatMap(([name, value]): [string, ParameterStyle][] => {
    const field = asObject(value);
    const contentType = asString(field.contentType);
    if (styled && (field.style ?? field.explode ?? field.allowReserved) !== undefined)
      return [[name, readStyle(field)]];
    // One of several media types is for who makes the file to say.
    return contentType !== undefined && !/[,*]/.test(contentType) ? [[name, { contentType }]] : [];
  });
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}

/** What the answers are that are not JSON, by status, and what to ask for where there is a choice. */
export function readResponses(answers: readonly DocumentedResponse[]): OperationOverrides {
  const kinds = answers.map(({ status, media }) => ({ status, kind: parseAsOf(media) }));
  const special = kinds.flatMap(({ status, kind }) => (kind === "json" ? [] : [[String(status), kind] as const]));
  const ranges = kinds.some(({ status, kind }) => typeof status === "string" && (kind === "blob" || kind === "stream"));
  const json = kinds.flatMap(({ status, kind }) => (kind === "json" && ranges ? [status] : []));
  const accept = answers.find(({ status, choice }) => /^2/.test(String(status)) && choice > 1)?.media?.type;
  return {
    ...Object.fromEntries(special),
    ...(json.length > 0 && { json }),
    ...(accept !== undefined && !accept.includes("*") && { accept }),
  };
}

/** Forms are read as what they are on the wire. */
function parseAsOf(media: MediaType | undefined): ParseAs {
  if (!media) return "none";
  return media.parseAs === "form" ? "text" : media.parseAs === "multipart" ? "blob" : media.parseAs;
}
