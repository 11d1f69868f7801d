import { Session } from "node:inspector/promises";
import { match } from "./regexp.ts";

const session = new Session();
session.connect();
await session.post("Profiler.enable");
// V8 counts blocks only in functions that run for the first time after this; of others it counts calls. So tests that
// count steps have a worker to themselves: their files are called `*.steps.test.ts`.
await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });

/** Methods of strings that go through all of their text, and those that stop at what they search for. */
const walks = ["replaceAll", "split", "trim", "trimEnd", "trimStart"] as const;
const searches = ["includes", "indexOf"] as const;
const { indexOf } = String.prototype;

/**
 * Counts the steps of some work of the generator: blocks of its code, and of the YAML library's, that are entered, characters that its regular
 * expressions compare, and characters that strings are searched through. The same work takes the same number of steps
 * on every machine, however busy.
 */
export async function steps(work: () => unknown): Promise<number> {
  let count = 0;
  await session.post("Profiler.takePreciseCoverage");
  const undo = [
    replace(RegExp.prototype, "exec", (exec) => {
      // The matcher uses regular expressions, too.
      let inside = false;
      return function (this: RegExp, text: string) {
        if (inside) return exec.call(this, text);
        inside = true;
        try {
          const from = this.global || this.sticky ? this.lastIndex : 0;
          // First, for it gives up where V8 would go on indefinitely.
          const { found, steps } = match(this, String(text), from);
          const result = exec.call(this, text);
          const [start, end] = found ?? [];
          if (start !== result?.index || (result && end !== result.index + result[0].length))
            throw new Error(`${this} is not counted as it matches`);
          count += steps;
          return result;
        } finally {
          inside = false;
        }
      };
    }),
    ...walks.map((name) =>
      replace(String.prototype, name, (walk: (...args: never[]) => unknown) => {
        return function (this: string, ...args: never[]) {
          count += this.length;
          return walk.apply(this, args);
        } as never;
      }),
    ),
    ...searches.map((name) =>
      replace(String.prototype, name, (search: (text: string, from?: number) => unknown) => {
        return function (this: string, text: string, from = 0) {
          const found = indexOf.call(this, text, from);
          count += Math.max(0, (found < 0 ? this.length : found) - from);
          return search.call(this, text, from);
        } as never;
      }),
    ),
  ];
  try {
    await work();
  } finally {
    for (const each of undo) each();
  }
  const { result } = await session.post("Profiler.takePreciseCoverage");
  for (const { url, functions } of result)
    if (/\/(generator|templates|node_modules\/yaml)\//.test(url))
      for (const { ranges } of functions) for (const range of ranges) count += range.count;
  return count;
}

/** Replaces a method. Returns what puts it back. */
function replace<Holder extends object, Name extends keyof Holder>(
  holder: Holder,
  name: Name,
  by: (original: Holder[Name]) => Holder[Name],
): () => void {
  const original = holder[name];
  holder[name] = by(original);
  return () => {
    holder[name] = original;
  };
}
