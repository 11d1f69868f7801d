import { asArray, asString } from "../document/json.ts";
import type { OpenApiDocument, ServerObject } from "../document/openapi-types.ts";
import type { Server } from "./model.ts";

/**
 * Returns the URL of the first server, with the defaults of its variables. Undefined if it is not an absolute URL.
 *
 * @param documentUrl the base of relative URLs.
 */
export function firstServerUrl(servers: readonly ServerObject[] | undefined, documentUrl?: string): string | undefined {
  const { url, variables = {} } = servers?.[0] ?? {};
  const filled = url?.replace(
    /\{([^{}]+)\}/g,
    (template, name: string) => asString(variables[name]?.default) ?? template,
  );
  if (filled === undefined) return undefined;
  const resolved =
    documentUrl !== undefined && URL.canParse(filled, documentUrl) ? new URL(filled, documentUrl).href : filled;
  return /^https?:\/\//.test(resolved) && URL.canParse(resolved) ? resolved.replace(/\/+$/, "") : undefined;
}

/** Reads the servers of the document. Undefined if callers have no choice. */
export function readServers({ servers = [] }: OpenApiDocument): readonly Server[] | undefined {
  const all = servers.map(readServer);
  return all.length > 1 || all.some(({ variables }) => variables) ? all : undefined;
}

function readServer({ url, description, variables = {} }: ServerObject): Server {
  const entries = Object.entries(variables).map(([name, variable]) => {
    // Some documents have numbers here, such as a port.
    const { default: value, enum: values } = variable;
    const strings = asArray(values).filter((each) => typeof each === "string");
    return [name, { default: String(value ?? ""), ...(strings.length > 0 && { enum: strings }) }] as const;
  });
  const trimmed = description?.trim();
  return {
    url: String(url),
    ...(trimmed && { description: trimmed }),
    ...(entries.length > 0 && { variables: Object.fromEntries(entries) }),
  };
}
