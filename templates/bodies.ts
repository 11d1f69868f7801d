import type { Part } from "./client.js";
import { own } from "./own.js";
import type { Body, Style } from "./special.js";
import { message, plain, styled } from "./style.js";

type Values = Readonly<Record<string, unknown>>;
type Styles = Readonly<Record<string, Style>>;

/** Sends a body as the document says, where it is not JSON alone: forms, texts, and bytes of any kind. */
export const bodies: Part = (init, { operation }) => {
  const packing = own(operation.special).body;
  const { body } = own(operation.input);
  if (!packing || body === undefined) return;
  init.body = pack(body, packing);
  init.bodySerializer = (packed: unknown) => packed;
  // A stream goes out while it is still being written.
  if (body instanceof ReadableStream) init.duplex = "half";
  // Where the parts of a multipart body end is known to who writes them.
  if (packing.as !== "multipart") init.headers = { "content-type": typeOf(body, packing), ...init.headers };
};

function pack(body: unknown, { as, encoding }: Body): unknown {
  if (body instanceof FormData || body instanceof URLSearchParams) return body;
  // Forms are objects: that is what their types hold callers to.
  if (as === "multipart") return multipart(body as Values, own(encoding));
  if (as === "form") return urlencoded(body as Values, own(encoding));
  return as === "json" ? JSON.stringify(body) : as === "text" ? String(body) : body;
}

/** What a body says it is, where the document takes many. */
const typeOf = (body: unknown, { type }: Body): string =>
  type.includes("*") ? (body instanceof Blob && body.type) || "application/octet-stream" : type;

/** Each field and each item of a list on its own; objects are JSON. */
const urlencoded = (values: Values, encoding: Styles): string =>
  Object.entries(values)
    .flatMap(([name, value]) => {
      const style = encoding[name];
      const items = style ? [plain(value)] : list(value).map((item) => text(item));
      return items.map((item) => styled(name, item, style ?? { style: "form" }));
    })
    .filter((pair) => pair !== "")
    .join("&");

function multipart(values: Values, encoding: Styles): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) {
    const type = encoding[name]?.contentType;
    for (const item of list(value)) {
      if (item === undefined || item === null) continue;
      if (item instanceof Blob) form.append(name, item);
      else if (item instanceof ArrayBuffer || ArrayBuffer.isView(item)) form.append(name, bytes(item, type));
      else if (type) form.append(name, new Blob([message(plain(item), type)], { type }));
      else form.append(name, `${text(item)}`);
    }
  }
  return form;
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

/** A date, a list or an object as a text; everything else is what it is. */
function text(value: unknown): unknown {
  const said = plain(value);
  return typeof said === "object" && said !== null ? JSON.stringify(said) : said;
}

/** A view's buffer may be any kind; a Blob takes them all. */
const bytes = (value: unknown, type = "application/octet-stream"): Blob => new Blob([value as ArrayBuffer], { type });
