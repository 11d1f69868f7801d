import { jsonPointer } from "../document/json-pointer.ts";
import type { EncodingObject, OpenApiDocument } from "../document/openapi-types.ts";
import { resolveReference } from "../document/references.ts";
import { chooseMediaType, type MediaType, type ParseAs } from "./media-types.ts";
import type { Operation, OperationOverrides, ParameterStyle, ParameterStyles } from "./model.ts";
import { effectiveParameters, operationObject, operationPointer } from "./operation-object.ts";
import { readParameterStyles, readStyle } from "./read-parameter-styles.ts";
import { firstServerUrl } from "./read-servers.ts";

/** Reads how an operation differs from one that sends and receives JSON. */
export function readOperationOverrides(
  document: OpenApiDocument,
  key: Pick<Operation, "path" | "method">,
): OperationOverrides {
  const pointer = operationPointer(key);
  const { requestBody, responses = {}, servers } = operationObject(document, key);
  const documented = Object.entries(responses).map(([status, value]) => {
    const response = resolveReference(document, "response", value, jsonPointer(pointer, "responses", status)).value;
    return {
      status: /^\d+$/.test(status) ? Number(status) : status,
      media: chooseMediaType(document, response.content, pointer),
      mediaTypeCount: Object.keys(response.content ?? {}).length,
    };
  });
  const body = resolveReference(document, "requestBody", requestBody, pointer).value;
  const parameters = effectiveParameters(document, key).map(({ value }) => value);
  const styles = ["path", "query", "header", "cookie"].flatMap((location): [string, ParameterStyles][] => {
    const found = readParameterStyles(document, parameters, location);
    return found ? [[location, found]] : [];
  });
  // An empty array of servers is treated as none.
  const server = firstServerUrl([servers, document.paths[key.path]?.servers].find((each) => each?.length));
  return {
    ...readResponses(documented),
    ...Object.fromEntries(styles),
    ...readRequestBody(chooseMediaType(document, body.content, pointer)),
    ...(server !== undefined && { server }),
  };
}

/** A documented response, with the media type that the client reads. */
export interface DocumentedResponse {
  readonly status: number | string;
  readonly media: MediaType | undefined;
  /** The number of documented media types. */
  readonly mediaTypeCount: number;
}

/** Reads how a request body differs from `application/json`. */
export function readRequestBody(media: MediaType | undefined): Pick<OperationOverrides, "body"> {
  if (!media || media.type === "application/json" || (media.parseAs === "json" && media.type.includes("*"))) return {};
  const as = media.parseAs === "stream" ? "blob" : media.parseAs;
  const isForm = as === "form" || as === "multipart";
  const encoding = isForm ? readEncoding(media.value.encoding ?? {}, as === "form") : undefined;
  return { body: { type: media.type, as, ...(encoding && { encoding }) } };
}

/** Reads the documented encoding of form fields. Styles apply to URL-encoded forms only. */
function readEncoding(
  fields: Readonly<Record<string, EncodingObject>>,
  hasStyles: boolean,
): ParameterStyles | undefined {
  const found = Object.entries(fields).flatMap(([name, field]): [string, ParameterStyle][] => {
    const { contentType, style, explode, allowReserved } = field;
    if (hasStyles && (style ?? explode ?? allowReserved) !== undefined) return [[name, readStyle(field)]];
    // If there are several media types, the file has its own.
    return contentType !== undefined && !/[,*]/.test(contentType) ? [[name, { contentType }]] : [];
  });
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}

/** Reads which responses are not JSON, and the `Accept` header if a successful response has several media types. */
export function readResponses(responses: readonly DocumentedResponse[]): OperationOverrides {
  const all = responses.map(({ status, media }) => ({ status, parseAs: parseAsOf(media) }));
  const notJson = all.flatMap(({ status, parseAs }) =>
    parseAs === "json" ? [] : [[String(status), parseAs] as const],
  );
  const hasBinaryRange = all.some(
    ({ status, parseAs }) => typeof status === "string" && (parseAs === "blob" || parseAs === "stream"),
  );
  const json = all.flatMap(({ status, parseAs }) => (parseAs === "json" && hasBinaryRange ? [status] : []));
  const negotiated = responses.find(({ status, mediaTypeCount }) => /^2/.test(String(status)) && mediaTypeCount > 1);
  const accept = negotiated?.media?.type;
  return {
    ...Object.fromEntries(notJson),
    ...(json.length > 0 && { json }),
    ...(accept !== undefined && !accept.includes("*") && { accept }),
  };
}

/** Forms in responses are not parsed. */
function parseAsOf(media: MediaType | undefined): ParseAs {
  if (!media) return "none";
  if (media.parseAs === "form") return "text";
  return media.parseAs === "multipart" ? "blob" : media.parseAs;
}
