import { normalize } from "node:path/posix";
import { type Config, defaults } from "../config.ts";
import { levels } from "../drift/change.ts";
import { kinds } from "../drift/kinds.ts";
import { GeneratorError } from "../errors.ts";
import { lockPath } from "../lock.ts";
import { at } from "../spec/grammar.ts";
import { asArray, asObject, isObject, type Json, type JsonObject } from "../spec/json.ts";
import {
  type Check,
  day,
  fields,
  identifier,
  list,
  one,
  oneOf,
  problem,
  record,
  relative,
  text,
  url,
} from "./checks.ts";

/** A snapshot has its lock beside it; no two have the same one. */
const snapshot: Check = (value) => {
  const wrong = relative(value);
  if (wrong !== undefined) return wrong;
  const [path = "", usual = ""] = [String(value), defaults.snapshot].map(normalize);
  if (/\.lock\.json$/.test(path)) return problem("has to be called otherwise: locks are called so");
  return path !== usual && lockPath(path) === lockPath(usual)
    ? problem(`has to be called otherwise: its lock would be that of ${usual}`)
    : undefined;
};

const texts: Check = (value) =>
  one('a list of texts, such as ["Campaign"]', (each) => asArray(each).length > 0)(value) ?? list(text)(value);

const include: Check = (value) => {
  const wrong =
    one('an object, such as { "tags": ["Campaign"] }', isObject)(value) ?? fields({ paths: texts, tags: texts })(value);
  return wrong ?? (Object.keys(asObject(value)).length === 0 ? problem("needs `paths` or `tags`") : undefined);
};

const kind: Check = one('a kind of change, such as "type-changed"', (value) => kinds.some((each) => each === value));

const ignored: Check = (value) => {
  const wrong = fields({ id: text, kind, site: text, reason: text, until: day })(value);
  if (wrong !== undefined) return wrong;
  const entry = asObject(value);
  if (entry.reason === undefined) return problem("needs a `reason`");
  const named = entry.id ?? entry.kind ?? entry.site;
  return named === undefined ? problem("needs an `id`, a `kind` or a `site`") : undefined;
};

const policy: Check = fields({
  ignore: list(ignored),
  levels: (value) => {
    const unknown = Object.keys(asObject(value)).find(kind);
    return unknown === undefined
      ? record(oneOf(levels))(value)
      : problem('is no kind of change, such as "type-changed"', unknown);
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
  overlays: list(relative),
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
    const found = checks[key as keyof Config](item);
    if (found === undefined) continue;
    const keys = [key, ...found.keys];
    const last = keys.at(-1);
    const name = typeof last === "number" ? "this" : `\`${last}\``;
    throw invalid(`${file}#${at("", ...keys)}`, `${name} ${found.what}`, "Correct the config");
  }
  return { ...defaults, ...typed(value) };
}

/** Checked key by key above. */
const typed = (value: JsonObject): Partial<Config> => value as Partial<Config>;

const invalid = (where: string, what: string, remedy: string): GeneratorError =>
  new GeneratorError("CONFIG_INVALID", where, what, remedy);
