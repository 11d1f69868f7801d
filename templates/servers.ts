import type { Part } from "./client.js";
import type { ClientOptions } from "./options.js";
import { own } from "./own.js";

/** A server of the document. */
export interface Server {
  /** Its address, with `{variables}` to fill in. */
  readonly url: string;
  readonly description?: string;
  readonly variables?: Readonly<Record<string, { readonly default: string; readonly enum?: readonly string[] }>>;
}

/** What may be filled into a server's address. */
type Values<Variables> = {
  readonly [Name in keyof Variables]?: Variables[Name] extends { enum: readonly (infer Value)[] } ? Value : string;
};

/** The address of a server, for the `baseUrl` of a client. What is not given is what the document says. */
export const serverUrl = <S extends Server>(server: S, values?: Values<S["variables"]>): string =>
  server.url.replace(/\{([^{}]+)\}/g, (place, name: string) => {
    const given = own(values as Readonly<Record<string, string | undefined>> | undefined)[name];
    return given ?? own(server.variables)[name]?.default ?? place;
  });

/** Sends operations that have a server of their own there, unless the client was made for another than the document's. */
export const elsewhere =
  (options: Pick<ClientOptions, "baseUrl"> | undefined): Part =>
  (init, { operation }) => {
    const { server } = own(operation.special);
    if (server !== undefined && own(options).baseUrl === undefined) init.baseUrl = server;
  };
