import type { Json, JsonObject } from "../../generator/document/json.ts";
import type { Reply } from "../helpers/listen.ts";
import { isJson, media, type RawOperation } from "./raw.ts";
import { shown } from "./values.ts";

/** What the server gives for an operation, and what the client has to make of it. */
export interface Answer {
  readonly reply: Reply;
  readonly result: { readonly ok: boolean; readonly status: number | string; readonly data: Json | undefined };
}

/** The first success that the document lists, else whatever it lists first, with the body that it shows. */
export function answer(document: JsonObject, { method, responses }: RawOperation): Answer {
  const statuses = Object.keys(responses);
  const chosen = statuses.find((each) => /^2/.test(each)) ?? statuses.find((each) => each === "default") ?? statuses[0];
  if (chosen === undefined) return { reply: { body: {} }, result: { ok: false, status: "unexpected", data: {} } };
  const status = chosen === "default" ? 200 : Number(chosen.replace("XX", "00"));
  // By HTTP's own rules, whatever the document lists there.
  const bodiless = method === "HEAD" || [204, 205, 304].includes(status);
  const [type, content] = (bodiless ? undefined : media(responses[chosen] ?? {})) ?? [];
  const shownBody = content && shown(document, content);
  const body = type === undefined || isJson(type) ? shownBody : text(shownBody);
  return {
    reply: {
      status,
      headers: { "content-type": type ?? "text/plain" },
      body: type === undefined ? "" : isJson(type) ? JSON.stringify(body) : body,
    },
    result: { ok: status < 300, status: /^\d+$/.test(chosen) ? status : chosen, data: body },
  };
}

const text = (value: Json | undefined): string => (typeof value === "string" ? value : JSON.stringify(value));
