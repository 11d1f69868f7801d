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
 * YAML that says what JSON could say: version 1.2's core schema, no other tags, one document, no key twice. The library
 * compares each key of a map with each other one, which takes an hour for a large map, so that is done here.
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
  if (problem) throw translated(problem, source, text);
  const fault = findFault(parsed);
  if (fault) throw parseError(fault, source, text);
  return filled(parsed, source, text);
}

/** What the library complains about, in our words where they help more. */
function translated({ code, message, pos }: YAMLError, source: string, text: string): GeneratorError {
  const at = (what: string, remedy: string) =>
    parseError({ code: "SOURCE_YAML", what, offset: pos[0], remedy }, source, text);
  if (code === "RESOURCE_EXHAUSTION") return parseError(tooDeep(pos[0]), source, text);
  if (code === "MULTIPLE_DOCS") return at("there is a second document", "Leave one of them");
  if (code === "TAG_RESOLVE_FAILED") return at("this tag is not supported", "Write the value without a tag");
  return syntaxError((message.split("\n")[0] ?? "").replace(/:$/, ""), source);
}

/** The first thing that JSON could not say, or that other parsers read in another way. */
function findFault(parsed: Document<ParsedNode>): ParseIssue | undefined {
  let fault: ParseIssue | undefined;
  visit(parsed, {
    Map: (_, { items }) => {
      const seen = new Set<string>();
      for (const pair of items) fault ??= keyFault(pair as Pair<Node, Node | null>, seen);
      return fault && visit.BREAK;
    },
    Scalar: (_, { value, source = "", range }) => {
      if (typeof value === "number" && !Number.isFinite(value)) fault = notFinite(source, range?.[0] ?? 0);
      return fault && visit.BREAK;
    },
  });
  return fault;
}

/** A key is a text, or what becomes one: `200` and `"200"` are the same. */
function keyFault({ key, value }: Pair<Node, Node | null>, seen: Set<string>): ParseIssue | undefined {
  const offset = key.range?.[0] ?? 0;
  const fault = (what: string, remedy: string): ParseIssue => ({ code: "SOURCE_YAML", what, offset, remedy });
  if (!isScalar(key)) return fault("this key is not a text", "Write it as one");
  // YAML 1.1 would put the entries of the value here. Version 1.2 does not, so that they would get lost.
  const merges = isAlias(value) || isMap(value) || isSeq(value);
  if (key.value === "<<" && key.type === "PLAIN" && merges)
    return fault("merge keys are not supported", "Write the entries out");
  const name = String(key.value ?? "");
  if (seen.has(name)) return duplicateKey(name, offset);
  seen.add(name);
  return undefined;
}

/** The document with its aliases filled in, which may be of any size and depth, even without end. */
function filled(parsed: Document<ParsedNode>, source: string, text: string): Json {
  const excess = () =>
    new GeneratorError("SOURCE_YAML", source, "its aliases make the document too large", "Write it without aliases");
  try {
    const document: Json = parsed.toJS({ maxAliasCount: maxAliases });
    const { values, isValid } = surveyValues(document, maxValues);
    if (values > maxValues) throw excess();
    if (!isValid) throw parseError(tooDeep(0), source, text);
    return document;
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    throw /Excessive/.test(error.message) ? excess() : syntaxError(error.message, source);
  }
}
