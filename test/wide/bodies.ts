import { asObject, type Json } from "../../generator/document/json.ts";
import { isJson } from "./raw.ts";

type Pairs = [name: string, value: string][];

/** What arrived as a body, so far as it can be compared: JSON and forms by what they hold, all else as text. */
export async function arrived(type: string | undefined, text: string): Promise<Json | Pairs | undefined> {
  if (type === undefined || text === "") return text || undefined;
  if (isJson(type)) return JSON.parse(text);
  if (!isForm(type)) return text;
  const form = await new Response(text, { headers: { "content-type": type } }).formData();
  const pairs = [...form].map(
    async ([name, value]): Promise<[string, string]> => [name, typeof value === "string" ? value : await value.text()],
  );
  return (await Promise.all(pairs)).sort();
}

/** The same of a body that is to be sent. A form repeats the names of lists, and has objects as JSON. */
export function toArrive(type: string | undefined, body: Json | undefined): Json | Pairs | undefined {
  if (type === undefined || body === undefined || !isForm(type)) return body;
  const pairs = Object.entries(asObject(body)).flatMap(([name, value]) =>
    [value]
      .flat()
      .map((each): [string, string] => [name, typeof each === "object" ? JSON.stringify(each) : String(each)]),
  );
  return pairs.sort();
}

const isForm = (type: string): boolean => /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/.test(type);
