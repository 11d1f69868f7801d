import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Kinds of English that readers stumbled over. `npm run style` prints how often each stands in comments, messages and
 * documentation; a test keeps them out.
 */
export interface Kind {
  readonly avoid: string;
  readonly write: string;
  readonly pattern: RegExp;
}

export const kinds: readonly Kind[] = [
  { avoid: "unless told", write: "defaults to X", pattern: /\bunless (?:it is )?told\b/gi },
  { avoid: "tell, told", write: "report, print, distinguish", pattern: /\b(?:tells?|told|telling)\b/gi },
  { avoid: "those who, whoever, who", write: "callers, code that", pattern: /\b(?:whoever|who)\b/gi },
  { avoid: "asks for", write: "requires", pattern: /\bask(?:s|ed)? for\b/gi },
  {
    avoid: "is had, met, heard",
    write: "fetched, found, used",
    pattern: /\b(?:is|are|was|were|be|been) (?:not )?(?:to be )?(?:had|met|heard)\b/gi,
  },
  {
    avoid: "as X has it, in the words of",
    write: "as defined by X",
    pattern: /\bas [\w' ]{2,20} ha(?:s|ve) it\b|\bin the words of\b/gi,
  },
  { avoid: "is no", write: "is not a", pattern: /(?<!\bthere )\b(?:is|are|was|were) no\b(?! longer)/gi },
  { avoid: "has to be", write: "must be", pattern: /\b(?:has|have|had) to be\b/gi },
  { avoid: "where there is", write: "if, when", pattern: /\bwhere there (?:is|are|was|were)\b/gi },
  {
    avoid: "nothing, nobody as subject",
    write: "negate the verb",
    pattern: /\b(?:nothing|nobody|none) (?:is|are|was|were|has|have|can|may|but)\b/gi,
  },
  {
    avoid: "answer, address, shape",
    write: "response, URL, schema",
    pattern: /\b(?:answer(?:s|ed)?|(?<!email )address(?:es)?|shapes?)\b/gi,
  },
  {
    avoid: "doc comments that open with What, How, Where",
    write: "Returns, Whether, The X of Y",
    pattern: /\/\*\*\s+(?:\* )?(?:What|How|Where|Who|Which)\b/g,
  },
  { avoid: "the way it travels", write: "direction", pattern: /\btravel(?:s|led)?\b(?!\.json)/gi },
  { avoid: "came, went, gone", write: "added, removed", pattern: /\b(?:came|went|gone)\b/gi },
  {
    avoid: "anew, mend, for ever, besides",
    write: "again, fix, indefinitely, also",
    pattern: /\b(?:anew|mends?|mended|for ever|besides)\b/gi,
  },
  {
    avoid: "British spelling",
    write: "American spelling",
    pattern: /\b(?:normalis|recognis|organis|capitalis|serialis|labell(?!er)|colour|behaviour)\w*/gi,
  },
];

const root = join(import.meta.dirname, "..");

/** The files that people read: sources of the generator and the runtime, scripts, and documentation. */
export function readFiles(folder = root): { readonly path: string; readonly text: string }[] {
  const below = ["generator", "templates", ".github"].flatMap((name) =>
    readdirSync(join(folder, name), { recursive: true, encoding: "utf8" }).map((path) => `${name}/${path}`),
  );
  return ["README.md", ...below]
    .filter((path) => /\.(?:ts|mjs|md|sh|yml)$/.test(path))
    .map((path) => ({ path, text: prose(path, readFileSync(join(folder, path), "utf8")) }));
}

/** The comments and strings of code; all of any other file. */
const prose = (path: string, text: string): string =>
  /\.(?:ts|mjs)$/.test(path)
    ? [...text.matchAll(/\/\*[\s\S]*?\*\/|(?<![:"'`\w])\/\/.*|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g)]
        .map(([found]) => found)
        .join("\n")
    : text;

/** Finds every use of a kind, with its file. */
export const findUses = ({ pattern }: Kind, files: ReturnType<typeof readFiles>): string[] =>
  files.flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([found]) => `${path}: ${found}`));

if (process.argv[1] === import.meta.filename) {
  const files = readFiles(process.argv[2]);
  for (const kind of kinds) console.log(`${String(findUses(kind, files).length).padStart(5)}  ${kind.avoid}`);
}
