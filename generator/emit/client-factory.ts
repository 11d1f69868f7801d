import type { Model, Operation } from "../model/model.ts";

/** The functions and types of the runtime that create a client. */
export interface ClientFactory {
  readonly factory: RuntimeExport;
  /** The type of its options. `text` is how it is written. */
  readonly options: RuntimeExport & { readonly text: string };
  /** Whether the options may be omitted. */
  readonly optionsOptional: boolean;
  readonly plugins: readonly Plugin[];
}

export interface RuntimeExport {
  /** The file of the runtime, without its extension. */
  readonly file: string;
  readonly name: string;
}

interface Plugin extends RuntimeExport {
  /** Whether it is created from the client's options. */
  readonly takesOptions?: true;
}

/** Returns what a model's client is created by. */
export const chooseClientFactory = (model: Model): ClientFactory => ({
  ...chooseFactory(model),
  plugins: requiredPlugins(model.operations),
});

/** By the document's security. The default is a bearer token for every operation. */
function chooseFactory({ security }: Model): Omit<ClientFactory, "plugins"> {
  if (!security)
    return {
      factory: { file: "client", name: "createClient" },
      options: { file: "options", name: "ClientOptions", text: "ClientOptions" },
      optionsOptional: false,
    };
  const schemes = Object.values(security.schemes);
  if (schemes.length === 0)
    return {
      factory: { file: "auth", name: "createUnauthenticatedClient" },
      options: { file: "auth", name: "UnauthenticatedOptions", text: "UnauthenticatedOptions" },
      optionsOptional: true,
    };
  const name = schemes.length > 1 ? "CredentialsOptions" : optionsOf(schemes[0] ?? {});
  return {
    factory: { file: "auth", name: "createSecuredClient" },
    options: { file: "auth", name, text: optionsText(name, security.optional) },
    optionsOptional: security.optional,
  };
}

function optionsOf({ type, scheme }: Readonly<Record<string, string>>): string {
  if (type === "oauth2" || type === "openIdConnect") return "TokenOptions";
  return scheme === "basic" ? "BasicCredentialsOptions" : "ApiKeyOptions";
}

function optionsText(name: string, optional: boolean): string {
  if (name === "CredentialsOptions") return `${name}<typeof security>`;
  return optional ? `Partial<${name}>` : name;
}

/** The plugins that at least one operation needs, in the order in which they run. */
function requiredPlugins(operations: readonly Operation[]): readonly Plugin[] {
  const plugins: readonly (Plugin & { readonly isNeeded: (operation: Operation) => boolean })[] = [
    { file: "servers", name: "operationServer", takesOptions: true, isNeeded: hasServer },
    { file: "parameters", name: "serializeParameters", isNeeded: hasParameterStyles },
    { file: "request-body", name: "serializeRequestBody", isNeeded: hasBodyOverride },
    { file: "response-body", name: "readResponseBody", isNeeded: hasBinaryResponse },
  ];
  return plugins.filter(({ isNeeded }) => operations.some(isNeeded));
}

const hasServer = ({ overrides }: Operation): boolean => overrides?.server !== undefined;

const hasParameterStyles = ({ overrides, parameters }: Operation): boolean =>
  (overrides?.path ?? overrides?.query ?? overrides?.header) !== undefined ||
  parameters.some((parameter) => parameter.in === "cookie");

const hasBodyOverride = ({ overrides }: Operation): boolean => overrides?.body !== undefined;

const hasBinaryResponse = ({ overrides = {}, responses }: Operation): boolean =>
  overrides.accept !== undefined || responses.some(({ status }) => /^(blob|stream)$/.test(String(overrides[status])));
