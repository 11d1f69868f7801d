import type { RequestPlugin } from "./client.js";
import type { ClientOptions } from "./options.js";
import { ownProperties } from "./own-properties.js";

/** A server of the document. */
export interface Server {
  /** Its URL, which may contain `{variables}`. */
  readonly url: string;
  readonly description?: string;
  readonly variables?: Readonly<Record<string, { readonly default: string; readonly enum?: readonly string[] }>>;
}

/** Values for the variables of a server's URL. */
type Values<Variables> = {
  readonly [Name in keyof Variables]?: Variables[Name] extends { enum: readonly (infer Value)[] } ? Value : string;
};

/** Returns the URL of a server, for the `baseUrl` of a client. Variables default to the document's values. */
export const serverUrl = <S extends Server>(server: S, values?: Values<S["variables"]>): string =>
  server.url.replace(/\{([^{}]+)\}/g, (placeholder, name: string) => {
    const value = ownProperties(values as Readonly<Record<string, string | undefined>> | undefined)[name];
    return value ?? ownProperties(server.variables)[name]?.default ?? placeholder;
  });

/** Sends operations that have a server of their own to it, unless the client has a `baseUrl`. */
export const operationServer =
  (clientOptions: Pick<ClientOptions, "baseUrl"> | undefined): RequestPlugin =>
  (options, { operation }) => {
    const { server } = ownProperties(operation.overrides);
    if (server !== undefined && ownProperties(clientOptions).baseUrl === undefined) options.baseUrl = server;
  };
