import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type ParsedNode,
  parseDocument,
  visit,
  type YAMLError,
} from "yaml";
import type { Json } from "../document/json.ts";
import { GeneratorError } from "../util/errors.ts";
import { maxAliases, maxValues, maxYamlBytes, tooLarge } from "./download-limits.ts";
import { duplicateKey, notFinite, type ParseIssue, parseError, syntaxError, tooDeep } from "./parse-issue.ts";
import { surveyValues } from "./parse-json.ts";

/**
 * Parses YAML that JSON can represent: the core schema of version 1.2, no other tags, one document, no duplicate keys. The
 * library compares every two keys of a map, which takes an hour for a large one, so duplicates are found here.
 */
export function parseYaml(text: string, source: string): Json {
  if (text.length > maxYamlBytes) throw tooLarge(source, maxYamlBytes);
  const parsed = parseDocument(text, {
    version: "1.2",
    schema: "core",
    merge: false,
    resolveKnownTags: false,
    uniqueKeys: false,
  });
  const [problem] = [...parsed.errors, ...parsed.warnings];
  if (problem) throw toParseError(problem, source, text);
  const issue = findIssue(parsed);
  if (issue) throw parseError(issue, source, text);
  return resolveAliases(parsed, source, text);
}

/** Converts an error of the library, with a message of our own if that helps more. */
function toParseError({ code, message, pos }: YAMLError, source: string, text: string): GeneratorError {
  const at = (what: string, remedy: string) =>
    parseError({ code: "SOURCE_YAML", what, offset: pos[0], remedy }, source, text);
  if (code === "RESOURCE_EXHAUSTION") return parseError(tooDeep(pos[0]), source, text);
  if (code === "MULTIPLE_DOCS") return at("there is a second document", "Keep one of them");
  if (code === "TAG_RESOLVE_FAILED") return at("this tag is not supported", "Write the value without a tag");
  return syntaxError((message.split("\n")[0] ?? "").replace(/:$/, ""), source);
}

/** Finds the first thing that JSON cannot represent or that parsers read differently. */
function findIssue(parsed: Document<ParsedNode>): ParseIssue | undefined {
  let issue: ParseIssue | undefined;
  visit(parsed, {
    Map: (_, { items }) => {
      const seen = new Set<string>();
      for (const pair of items) issue ??= keyIssue(pair as Pair<Node, Node | null>, seen);
      return issue && visit.BREAK;
    },
    Scalar: (_, { value, source = "", range }) => {
      if (typeof value === "number" && !Number.isFinite(value)) issue = notFinite(source, range?.[0] ?? 0);
      return issue && visit.BREAK;
    },
  });
  return issue;
}

/** Checks a key, which must be a scalar. It becomes a string: `200` and `"200"` are the same key. */
function keyIssue({ key, value }: Pair<Node, Node | null>, seen: Set<string>): ParseIssue | undefined {
  const offset = key.range?.[0] ?? 0;
  const issue = (what: string, remedy: string): ParseIssue => ({ code: "SOURCE_YAML", what, offset, remedy });
  if (!isScalar(key)) return issue("this key is not a string", "Write it as one");
  // YAML 1.1 merges the entries of the value into the map. Version 1.2 does not, so they would be lost.
  const merges = isAlias(value) || isMap(value) || isSeq(value);
  if (key.value === "<<" && key.type === "PLAIN" && merges)
    return issue("merge keys are not supported", "Write the entries out");
  const name = String(key.value ?? "");
  if (seen.has(name)) return duplicateKey(name, offset);
  seen.add(name);
  return undefined;
}

/** Resolves aliases. The result may be of any size and depth, even infinite. */
function resolveAliases(parsed: Document<ParsedNode>, source: string, text: string): Json {
  const tooManyAliases = () =>
    new GeneratorError("SOURCE_YAML", source, "its aliases make the document too large", "Write it without aliases");
  try {
    const document: Json = parsed.toJS({ maxAliasCount: maxAliases });
    const { values, isValid } = surveyValues(document, maxValues);
    if (values > maxValues) throw tooManyAliases();
    if (!isValid) throw parseError(tooDeep(0), source, text);
    return document;
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    throw /Excessive/.test(error.message) ? tooManyAliases() : syntaxError(error.message, source);
  }
}
