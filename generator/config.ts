import { normalize } from "node:path/posix";
import { kinds, levels } from "./drift/change.ts";
import type { Policy } from "./drift/policy.ts";
import { GeneratorError } from "./errors.ts";
import { lockPath } from "./lock.ts";
import type { Pins } from "./model/enums.ts";
import { isIdentifier } from "./model/names.ts";
import type { Include } from "./spec/filter.ts";
import { at } from "./spec/grammar.ts";
import { asObject, isArray, isObject, type Json, type JsonObject } from "./spec/json.ts";

/** Every choice there is. A config file has the same keys and replaces the values it names. */
export interface Config extends Pins {
  /** Where the document is published. */
  readonly source: string;
  /** Which operations to take: those on paths that a glob matches, and those that carry one of the tags. */
  readonly include: Include;
  /** What the client is called: "Account" gives `AccountClient` and `createAccountClient`. */
  readonly name: string;
  /** Where the API is, when not at the first server that the document names. */
  readonly baseUrl?: string;
  /** A link into the API's documentation, with `{tag}`, `{operationId}` and `{summary}` to fill in. */
  readonly docsUrl?: string;
  /** Files with corrections of the document, applied one after the other: OpenAPI Overlay 1.0. */
  readonly overlays: readonly string[];
  /** What `drift` passes over, and what it takes for more or less than it does by itself. */
  readonly drift?: Policy;
  /** The file that holds the filtered, normalised document. */
  readonly snapshot: string;
  /** The folder that holds the client. */
  readonly output: string;
}

export const defaults: Config = {
  source: "https://api.instantly.ai/openapi/api_v2.json",
  include: { paths: ["/api/v2/accounts", "/api/v2/accounts/**"] },
  name: "Account",
  enumNames: { EnableWarmupForAccountsFilter: "AccountFilter" },
  enumMembers: {},
  overlays: [],
  snapshot: "spec/api_v2.account.json",
  output: "generated",
};

type Check = (value: Json) => string | undefined;

const text: Check = (value) => (typeof value === "string" && value !== "" ? undefined : "has to be a text");
const identifier: Check = (value) =>
  typeof value === "string" && isIdentifier(value) ? undefined : 'has to be an identifier, such as "Campaign"';
const url: Check = (value) =>
  typeof value === "string" && /^https?:/.test(value) && URL.canParse(value) ? undefined : "has to be an http address";
const texts: Check = (value) =>
  isArray(value) && value.length > 0 && value.every((item) => !text(item))
    ? undefined
    : 'has to be a list of texts, such as ["Campaign"]';
const relative: Check = (value) =>
  typeof value === "string" && value !== "" && !/^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)/.test(value)
    ? undefined
    : "has to be a path inside the project";

/** A snapshot has its lock beside it; no two have the same one. */
const snapshot: Check = (value) => {
  const wrong = relative(value);
  if (wrong !== undefined) return wrong;
  const lock = normalize(lockPath(String(value)));
  if (/\.lock\.json$/.test(String(value))) return "has to be called otherwise: locks are called so";
  if (lock !== lockPath(defaults.snapshot) || normalize(String(value)) === defaults.snapshot) return undefined;
  return `has to be called otherwise: its lock would be that of ${defaults.snapshot}`;
};

const record =
  (check: Check): Check =>
  (value) =>
    isObject(value)
      ? Object.entries(value).flatMap(([key, item]) => problem(key, check(item)))[0]
      : "has to be an object";

const include: Check = (value) => {
  if (!isObject(value)) return 'has to be an object, such as { "tags": ["Campaign"] }';
  const unknown = Object.keys(value).find((key) => key !== "paths" && key !== "tags");
  if (unknown !== undefined) return `knows \`paths\` and \`tags\`, not ${JSON.stringify(unknown)}`;
  return Object.keys(value).length === 0 ? "needs `paths` or `tags`" : record(texts)(value);
};

const oneOf =
  (values: readonly string[]): Check =>
  (value) =>
    values.includes(String(value)) ? undefined : `has to be one of ${values.join(", ")}`;

const day: Check = (value) =>
  typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
    ? undefined
    : 'has to be a day, such as "2026-12-31"';

/** An object with some of these keys and no others. */
const fields =
  (known: Readonly<Record<string, Check>>): Check =>
  (value) => {
    if (!isObject(value)) return "has to be an object";
    const unknown = Object.keys(value).find((key) => !Object.hasOwn(known, key));
    if (unknown !== undefined) return `knows ${Object.keys(known).join(", ")}, not ${JSON.stringify(unknown)}`;
    return Object.entries(value).flatMap(([key, item]) => problem(key, known[key]?.(item)))[0];
  };

const ignored: Check = (value) => {
  const wrong = fields({ id: text, kind: oneOf(kinds), site: text, reason: text, until: day })(value);
  if (wrong !== undefined) return wrong;
  const { id, kind, site, reason } = asObject(value);
  if (reason === undefined) return "needs a `reason`";
  return id === undefined && kind === undefined && site === undefined
    ? "needs an `id`, a `kind` or a `site`"
    : undefined;
};

const policy: Check = fields({
  ignore: (value) => (isArray(value) ? value.map(ignored).find(Boolean) : "has to be a list"),
  levels: (value) => {
    const unknown = Object.keys(asObject(value)).find((kind) => !kinds.includes(kind));
    return unknown === undefined ? record(oneOf(levels))(value) : `there is no kind ${JSON.stringify(unknown)}`;
  },
});

const checks: Record<keyof Config, Check> = {
  source: text,
  include,
  name: identifier,
  baseUrl: url,
  docsUrl: url,
  enumNames: record(identifier),
  enumMembers: record(record(identifier)),
  overlays: (value) =>
    isArray(value) && value.every((item) => !relative(item) && !String(item).includes("://"))
      ? undefined
      : 'has to be a list of paths inside the project, such as ["spec/corrections.overlay.yaml"]',
  drift: policy,
  snapshot,
  output: relative,
};

/** The keys that a config file may have. */
export const configKeys: readonly string[] = Object.keys(checks);

const problem = (key: string, what: string | undefined): string[] =>
  what === undefined ? [] : [`${JSON.stringify(key)} ${what}`];

/** The defaults with a config file's values in their place. */
export function readConfig(value: Json, file: string): Config {
  if (!isObject(value)) throw invalid(file, "the config is not an object", `Use the keys ${configKeys.join(", ")}`);
  for (const [key, item] of Object.entries(value)) {
    if (!Object.hasOwn(checks, key))
      throw invalid(file, `there is no config key ${JSON.stringify(key)}`, `The keys are ${configKeys.join(", ")}`);
    const what = checks[key as keyof Config](item);
    if (what !== undefined) throw invalid(`${file}#${at("", key)}`, `\`${key}\` ${what}`, "Correct the config");
  }
  return { ...defaults, ...typed(value) };
}

/** Whether a pin that matches nothing is worth telling: not one of the defaults' under a selection of one's own. */
export const tellsPins = ({ include, enumNames }: Config): boolean =>
  include === defaults.include || enumNames !== defaults.enumNames;

/** Checked key by key above. */
const typed = (value: JsonObject): Partial<Config> => value as Partial<Config>;

const invalid = (where: string, what: string, remedy: string): GeneratorError =>
  new GeneratorError("CONFIG_INVALID", where, what, remedy);
