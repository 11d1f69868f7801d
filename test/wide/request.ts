import { asObject, isArray, isObject, type Json, type JsonObject } from "../../generator/document/json.ts";
import { media, type RawOperation } from "./raw.ts";
import { described, shown } from "./values.ts";

type Pairs = [name: string, value: string][];

/** What every client here is given wherever it asks for a secret. */
export const secret = "key-12345";

/** What goes into a call, in the groups of the document. */
export interface Input {
  readonly [group: string]: Json;
}

/** What has to come out at the server. Encoding is undone: any that means the same is right. */
export interface Wanted {
  readonly method: string;
  /** Segment by segment, for values have slashes of their own. */
  readonly path: readonly string[];
  readonly query: Pairs;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: Pairs;
  readonly body: Json | undefined;
  readonly type: string | undefined;
}

/** OpenAPI says of these header parameters that they are to be ignored: other parts of a document speak for them. */
const ignored = ["accept", "content-type", "authorization"];

/** Requests that `fetch` sends without a body. */
const bodiless = ["GET", "HEAD"];

/** The input of a call as the document's examples have it, and the request that it has to become. */
export function request(document: JsonObject, { method, path, parameters, body, schemes }: RawOperation) {
  const input: Record<string, Record<string, Json>> = {};
  const parts: Record<string, Pairs> = {};
  let filled = path.split("/");
  for (const parameter of parameters) {
    const [name, group] = [String(parameter.name), String(parameter.in)];
    if (group === "header" && ignored.includes(name.toLowerCase())) continue;
    const value = usable(group, shown(document, media(parameter)?.[1] ?? parameter));
    if (value === undefined) continue;
    input[group] = { ...input[group], [name]: value };
    const pairs = media(parameter) ? [[name, JSON.stringify(value)] as [string, string]] : expand(parameter, value);
    if (group === "path") filled = filled.map((each) => each.replace(`{${name}}`, () => joined(parameter, pairs)));
    else parts[group] = [...(parts[group] ?? []), ...pairs];
  }
  for (const { type, in: group, name } of schemes)
    if (type === "apiKey") parts[String(group)] = [...(parts[String(group)] ?? []), [String(name), secret]];
  const [type, content] = (body && !bodiless.includes(method) && media(body)) || [];
  const sent = content && asObject(content.schema).type !== "null" ? written(document, type, content) : undefined;
  const wanted: Wanted = {
    method,
    path: filled,
    query: parts.query ?? [],
    headers: Object.fromEntries((parts.header ?? []).map(([name, value]) => [name.toLowerCase(), value])),
    cookies: parts.cookie ?? [],
    body: sent,
    type: sent === undefined ? undefined : type,
  };
  return { input: { ...input, ...(sent !== undefined && { body: sent }) } satisfies Input, wanted };
}

/** What a body is, as its media type has it: a text is one, whatever its example looks like. */
const written = (document: JsonObject, type: string | undefined, content: JsonObject): Json => {
  const value = shown(document, content);
  return type?.startsWith("text/") && typeof value !== "string" ? described(document, content.schema) : value;
};

/** A path needs a text; elsewhere what is empty is not sent. */
function usable(group: string, value: Json): Json | undefined {
  if (group === "path") return value === "" || value === null || /^\.+$/.test(String(value)) ? "x" : value;
  return value === null || (isArray(value) && value.length === 0) ? undefined : value;
}

/** A parameter's pairs by its style, which is what RFC 6570 says of it. */
function expand(parameter: JsonObject, value: Json): Pairs {
  const name = String(parameter.name);
  const form = parameter.in === "query" || parameter.in === "cookie";
  const { style = form ? "form" : "simple" } = parameter;
  const { explode = style === "form" } = parameter;
  const join = (values: readonly Json[]): string => values.map(String).join(separators[String(style)] ?? ",");
  if (isObject(value)) {
    const entries = Object.entries(value).map(([key, each]): [string, string] => [key, String(each)]);
    if (style === "deepObject") return entries.map(([key, each]) => [`${name}[${key}]`, each]);
    if (!explode) return [[name, join(entries.flat())]];
    return form || style === "matrix"
      ? entries
      : [[name, entries.map((pair) => pair.join("=")).join(style === "label" ? "." : ",")]];
  }
  if (!isArray(value)) return [[name, String(value)]];
  if (explode && (form || style === "matrix")) return value.map((each) => [name, String(each)]);
  return [[name, explode && style === "label" ? value.join(".") : join(value)]];
}

const separators: Readonly<Record<string, string>> = { spaceDelimited: " ", pipeDelimited: "|" };

/** The pairs of a path parameter as they stand in the path. */
const joined = ({ style }: JsonObject, pairs: Pairs): string =>
  style === "matrix"
    ? pairs.map((pair) => `;${pair.join("=")}`).join("")
    : `${style === "label" ? "." : ""}${pairs.map(([, value]) => value).join()}`;
