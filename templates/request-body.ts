import type { RequestPlugin } from "./client.js";
import type { BodyOverride, ParameterStyles } from "./operation-overrides.js";
import { ownProperties } from "./own-properties.js";
import { serializeContent, serializeParameter, toJsonValue } from "./parameter-style.js";

type Values = Readonly<Record<string, unknown>>;

/** Serializes bodies that are not JSON: forms, text and binary data. */
export const serializeRequestBody: RequestPlugin = (options, { operation }) => {
  const override = ownProperties(operation.overrides).body;
  const { body } = ownProperties(operation.input);
  if (override === undefined || body === undefined) return;
  options.body = serializeBody(body, override);
  options.bodySerializer = (serialized: unknown) => serialized;
  // `fetch` requires it for a body that is still being written while it is sent.
  if (body instanceof ReadableStream) options.duplex = "half";
  // `fetch` sets the type of a multipart body, because only it knows the boundary.
  if (override.as !== "multipart")
    options.headers = { "content-type": contentTypeOf(body, override), ...options.headers };
};

function serializeBody(body: unknown, { as, encoding }: BodyOverride): unknown {
  if (body instanceof FormData || body instanceof URLSearchParams) return body;
  switch (as) {
    // The types of forms allow objects only.
    case "multipart":
      return multipartForm(body as Values, ownProperties(encoding));
    case "form":
      return urlEncodedForm(body as Values, ownProperties(encoding));
    case "json":
      return JSON.stringify(body);
    case "text":
      return String(body);
    case "blob":
      return body;
  }
}

/** The media type of a body. For a range, such as `image/*`, the body's own type decides. */
function contentTypeOf(body: unknown, { type }: BodyOverride): string {
  if (!type.includes("*")) return type;
  return (body instanceof Blob && body.type) || "application/octet-stream";
}

/** Array items become fields of the same name, objects become JSON. */
const urlEncodedForm = (values: Values, encoding: ParameterStyles): string =>
  Object.entries(values)
    .flatMap(([name, value]) => {
      const style = encoding[name];
      if (style) return [serializeParameter(name, toJsonValue(value), style)];
      return toItems(value).map((item) => serializeParameter(name, toFieldText(item), { style: "form" }));
    })
    .filter((pair) => pair !== "")
    .join("&");

function multipartForm(values: Values, encoding: ParameterStyles): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values))
    for (const item of toItems(value))
      if (item !== undefined && item !== null)
        form.append(name, toFormPart(item, encoding[name]?.contentType) as string);
  return form;
}

/** A part of a multipart form. `FormData` takes strings and Blobs, but its type asks which of them. */
function toFormPart(item: unknown, type: string | undefined): string | Blob {
  if (item instanceof Blob) return item;
  if (item instanceof ArrayBuffer || ArrayBuffer.isView(item))
    // The buffer of a view may be shared; a Blob copies it.
    return new Blob([item as ArrayBuffer], { type: type ?? "application/octet-stream" });
  if (type) return new Blob([serializeContent(toJsonValue(item), type)], { type });
  return `${toFieldText(item)}`;
}

const toItems = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** Dates, arrays and objects become text; everything else stays as it is. */
function toFieldText(value: unknown): unknown {
  const json = toJsonValue(value);
  return typeof json === "object" && json !== null ? JSON.stringify(json) : json;
}
