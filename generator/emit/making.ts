import type { Model, Operation } from "../model.ts";

/** How a client is made: by which functions and types of the runtime, by file and name. */
export interface Making {
  /** The function that makes it. */
  readonly maker: Export;
  /** The type of its options, and whether they may be left out. */
  readonly options: Export & { readonly text: string };
  readonly optional: boolean;
  /** The parts it has besides. `made` is one that is made from the options. */
  readonly parts: readonly (Export & { readonly made?: true })[];
}

interface Export {
  readonly file: string;
  readonly name: string;
}

export const makingOf = (model: Model): Making => ({ ...securing(model), parts: partsOf(model.operations) });

/** By what the document asks callers to show. A bearer token for everything is what a client is made for. */
function securing({ access }: Model): Omit<Making, "parts"> {
  if (!access)
    return {
      maker: { file: "client", name: "createClient" },
      options: { file: "options", name: "ClientOptions", text: "ClientOptions" },
      optional: false,
    };
  const schemes = Object.values(access.schemes);
  if (schemes.length === 0)
    return {
      maker: { file: "open", name: "createOpenClient" },
      options: { file: "open", name: "OpenOptions", text: "OpenOptions" },
      optional: true,
    };
  const name = schemes.length > 1 ? "CredentialsOptions" : optionsFor(schemes[0] ?? {});
  const text = schemes.length > 1 ? `${name}<typeof access>` : access.optional ? `Partial<${name}>` : name;
  return {
    maker: { file: "security", name: "createSecuredClient" },
    options: { file: "security", name, text },
    optional: access.optional,
  };
}

function optionsFor({ type, scheme }: Readonly<Record<string, string>>): string {
  if (type === "oauth2" || type === "openIdConnect") return "TokenOptions";
  return scheme === "basic" ? "LoginOptions" : "ApiKeyOptions";
}

/** The parts that at least one operation needs, in the order in which they have their say. */
function partsOf(operations: readonly Operation[]): Making["parts"] {
  const some = (needs: (operation: Operation) => unknown): boolean => operations.some((each) => Boolean(needs(each)));
  return [
    ...(some(({ special }) => special?.server) ? [{ file: "servers", name: "elsewhere", made: true } as const] : []),
    ...(some(writesParameters) ? [{ file: "parameters", name: "parameters" }] : []),
    ...(some(({ special }) => special?.body) ? [{ file: "bodies", name: "bodies" }] : []),
    ...(some(readsAnswers) ? [{ file: "answers", name: "answers" }] : []),
  ];
}

const writesParameters = ({ special, parameters }: Operation): unknown =>
  special?.path ?? special?.query ?? special?.header ?? parameters.find((parameter) => parameter.in === "cookie");

const readsAnswers = ({ special = {}, responses }: Operation): unknown =>
  special.accept ?? responses.find(({ status }) => /^(blob|stream)$/.test(String(special[status])));
