import { asArray, asObject, asString, type Json, type JsonObject } from "../document/json.ts";
import type { Server } from "./model.ts";

/** The first server's address, its variables filled in with their defaults, if that makes a whole one. */
export function firstServer(servers: Json | undefined, home?: string): string | undefined {
  const { url, variables } = asObject(asArray(servers)[0]);
  const filled = asString(url)?.replace(
    /\{([^{}]+)\}/g,
    (whole, name: string) => asString(asObject(asObject(variables)[name]).default) ?? whole,
  );
  if (filled === undefined) return undefined;
  const whole = home !== undefined && URL.canParse(filled, home) ? new URL(filled, home).href : filled;
  return /^https?:\/\//.test(whole) && URL.canParse(whole) ? whole.replace(/\/+$/, "") : undefined;
}

/** All servers, where callers have a choice. */
export function readServers(document: JsonObject): readonly Server[] | undefined {
  const all = asArray(document.servers).map((server) => readServer(asObject(server)));
  return all.length > 1 || all.some(({ variables }) => variables) ? all : undefined;
}

function readServer({ url, description, variables }: JsonObject): Server {
  const named = Object.entries(asObject(variables)).map(([name, variable]) => {
    const { default: value, enum: values } = asObject(variable);
    const texts = asArray(values).filter((each): each is string => typeof each === "string");
    return [name, { default: String(value ?? ""), ...(texts.length > 0 && { enum: texts }) }] as const;
  });
  const text = asString(description)?.trim();
  return {
    url: String(url),
    ...(text && { description: text }),
    ...(named.length > 0 && { variables: Object.fromEntries(named) }),
  };
}
