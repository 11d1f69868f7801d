import type { Special, Style, Styles } from "../model.ts";
import { asObject, asString, type JsonObject } from "../spec/json.ts";
import type { Kind, Media } from "./media.ts";
import { styleOf } from "./styles.ts";

/** An answer of the document's, with the media type that the client takes it in. */
export interface Answer {
  readonly status: number | string;
  readonly media: Media | undefined;
  /** How many media types there are to choose from. */
  readonly choice: number;
}

/** What the client has to know of a request body that is not JSON pure and simple. */
export function readBody(media: Media | undefined): Pick<Special, "body"> {
  if (!media || media.type === "application/json" || (media.kind === "json" && media.type.includes("*"))) return {};
  const as = media.kind === "stream" ? "blob" : media.kind;
  const forms = as === "form" || as === "multipart";
  const encoding = forms ? readEncoding(asObject(media.value.encoding), as === "form") : undefined;
  return { body: { type: media.type, as, ...(encoding && { encoding }) } };
}

/** How the fields of a form are packed, where the document says. */
function readEncoding(fields: JsonObject, styled: boolean): Styles | undefined {
  const found = Object.entries(fields).flatMap(([name, value]): [string, Style][] => {
    const field = asObject(value);
    const contentType = asString(field.contentType);
    if (styled && (field.style ?? field.explode ?? field.allowReserved) !== undefined) return [[name, styleOf(field)]];
    // One of several media types is for who makes the file to say.
    return contentType !== undefined && !/[,*]/.test(contentType) ? [[name, { contentType }]] : [];
  });
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}

/** What the answers are that are not JSON, by status, and what to ask for where there is a choice. */
export function readAnswers(answers: readonly Answer[]): Special {
  const kinds = answers.map(({ status, media }) => ({ status, kind: answerKind(media) }));
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
function answerKind(media: Media | undefined): Kind {
  if (!media) return "none";
  return media.kind === "form" ? "text" : media.kind === "multipart" ? "blob" : media.kind;
}
