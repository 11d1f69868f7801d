import { normalize } from "node:path/posix";
import { levels } from "../diff/findings/change.ts";
import { kindIds } from "../diff/registry.ts";
import { asArray, asObject, isObject, type Json, type JsonObject } from "../document/json.ts";
import { jsonPointer } from "../document/json-pointer.ts";
import { GeneratorError } from "../util/errors.ts";
import { type Config, defaults } from "./config.ts";
import { lockPath } from "./lock-path.ts";
import {
  arrayOf,
  identifier,
  isoDate,
  matching,
  nonEmptyString,
  objectWith,
  oneOf,
  problem,
  recordOf,
  relativePath,
  url,
  type Validator,
} from "./validators.ts";

/** A snapshot must not share its lock with another one. */
const snapshot: Validator = (value) => {
  const wrong = relativePath(value);
  if (wrong !== undefined) return wrong;
  const [path = "", usual = ""] = [String(value), defaults.snapshot].map(normalize);
  if (/\.lock\.json$/.test(path)) return problem("must have another name, because this is the name of a lock");
  return path !== usual && lockPath(path) === lockPath(usual)
    ? problem(`must have another name, because its lock would be that of ${usual}`)
    : undefined;
};

const nonEmptyStrings: Validator = (value) =>
  matching('an array of strings, such as ["Campaign"]', (each) => asArray(each).length > 0)(value) ??
  arrayOf(nonEmptyString)(value);

const include: Validator = (value) => {
  const wrong =
    matching('an object, such as { "tags": ["Campaign"] }', isObject)(value) ??
    objectWith({ paths: nonEmptyStrings, tags: nonEmptyStrings })(value);
  return wrong ?? (Object.keys(asObject(value)).length === 0 ? problem("needs `paths` or `tags`") : undefined);
};

const kind: Validator = matching('a kind of change, such as "type-changed"', (value) =>
  kindIds.some((id) => id === value),
);

const ignoreEntry: Validator = (value) => {
  const wrong = objectWith({ id: nonEmptyString, kind, site: nonEmptyString, reason: nonEmptyString, until: isoDate })(
    value,
  );
  if (wrong !== undefined) return wrong;
  const entry = asObject(value);
  if (entry.reason === undefined) return problem("needs a `reason`");
  const named = entry.id ?? entry.kind ?? entry.site;
  return named === undefined ? problem("needs an `id`, a `kind` or a `site`") : undefined;
};

const policy: Validator = objectWith({
  ignore: arrayOf(ignoreEntry),
  levels: (value) => {
    const unknown = Object.keys(asObject(value)).find(kind);
    return unknown === undefined
      ? recordOf(oneOf(levels))(value)
      : problem('is not a kind of change, such as "type-changed"', unknown);
  },
});

const validators: Record<keyof Config, Validator> = {
  source: nonEmptyString,
  include,
  name: identifier,
  baseUrl: url,
  docsUrl: url,
  enumNames: recordOf(identifier),
  enumMembers: recordOf(recordOf(identifier)),
  overlays: arrayOf(relativePath),
  drift: policy,
  snapshot,
  output: relativePath,
};

/** The keys of a config file. */
export const configKeys: readonly string[] = Object.keys(validators);

/** Validates a config file. Its values replace the defaults. */
export function readConfig(value: Json, file: string): Config {
  if (!isObject(value)) throw invalid(file, "the config is not an object", `Use the keys ${configKeys.join(", ")}`);
  for (const [key, item] of Object.entries(value)) {
    if (!Object.hasOwn(validators, key))
      throw invalid(file, `there is no config key ${JSON.stringify(key)}`, `The keys are ${configKeys.join(", ")}`);
    const found = validators[key as keyof Config](item);
    if (found === undefined) continue;
    const keys = [key, ...found.keys];
    const last = keys.at(-1);
    const name = typeof last === "number" ? "this" : `\`${last}\``;
    throw invalid(`${file}#${jsonPointer("", ...keys)}`, `${name} ${found.what}`, "Correct the config");
  }
  return { ...defaults, ...asConfig(value) };
}

/** Every key has been validated. */
const asConfig = (value: JsonObject): Partial<Config> => value as Partial<Config>;

const invalid = (where: string, what: string, remedy: string): GeneratorError =>
  new GeneratorError("CONFIG_INVALID", where, what, remedy);
