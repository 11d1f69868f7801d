import { normalize } from "node:path/posix";
import { type Config, defaults } from "../config.ts";
import { levels } from "../drift/change.ts";
import { kinds } from "../drift/kinds.ts";
import { GeneratorError } from "../errors.ts";
import { lockPath } from "../lock.ts";
import { at } from "../spec/grammar.ts";
import { asObject, isArray, isObject, type Json, type JsonObject } from "../spec/json.ts";
import { type Check, day, fields, identifier, oneOf, record, relative, text, texts, url } from "./checks.ts";

/** A snapshot has its lock beside it; no two have the same one. */
const snapshot: Check = (value) => {
  const wrong = relative(value);
  if (wrong !== undefined) return wrong;
  const lock = normalize(lockPath(String(value)));
  if (/\.lock\.json$/.test(String(value))) return "has to be called otherwise: locks are called so";
  if (lock !== lockPath(defaults.snapshot) || normalize(String(value)) === defaults.snapshot) return undefined;
  return `has to be called otherwise: its lock would be that of ${defaults.snapshot}`;
};

const include: Check = (value) => {
  if (!isObject(value)) return 'has to be an object, such as { "tags": ["Campaign"] }';
  const unknown = Object.keys(value).find((key) => key !== "paths" && key !== "tags");
  if (unknown !== undefined) return `knows \`paths\` and \`tags\`, not ${JSON.stringify(unknown)}`;
  return Object.keys(value).length === 0 ? "needs `paths` or `tags`" : record(texts)(value);
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
    const unknown = Object.keys(asObject(value)).find(oneOf(kinds));
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

/** Checked key by key above. */
const typed = (value: JsonObject): Partial<Config> => value as Partial<Config>;

const invalid = (where: string, what: string, remedy: string): GeneratorError =>
  new GeneratorError("CONFIG_INVALID", where, what, remedy);
