/**
 * Counts what a backtracking matcher does, as ECMAScript defines it: a step is a character that is compared or a place
 * that is tried. V8 does not tell, and a clock depends on the machine.
 *
 * It knows the syntax that the generator uses, and throws for the rest: lookbehind, and the `v` flag.
 */

/** Matches at a place and goes on with the rest. Returns the end of the match, or -1. */
type Matcher = (at: number, rest: (at: number) => number) => number;

interface State {
  text: string;
  steps: number;
  readonly groups: (readonly [start: number, end: number] | undefined)[];
}

/** More than any honest work takes: an exponential expression would never come to an end. */
const most = 2_000_000;

class Parser {
  readonly state: State = { text: "", steps: 0, groups: [] };
  readonly #source: string;
  readonly #flags: string;
  readonly #names: string[];
  #at = 0;
  #group = 0;

  constructor({ source, flags }: RegExp) {
    if (/v/.test(flags)) throw new Error(`the v flag is not counted: ${source}`);
    this.#source = source;
    this.#flags = flags;
    this.#names = [...source.matchAll(/\(\?<([^=!][^>]*)>/g)].map(([, name = ""]) => name);
  }

  parse(): Matcher {
    const branches = [this.#sequence()];
    while (this.#take("|")) branches.push(this.#sequence());
    const [only] = branches;
    if (only && branches.length === 1) return only;
    return (at, rest) => {
      for (const branch of branches) {
        const end = branch(at, rest);
        if (end >= 0) return end;
      }
      return -1;
    };
  }

  #take(text: string): boolean {
    if (!this.#source.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #match(pattern: RegExp): string | undefined {
    const sticky = new RegExp(pattern, "sy");
    sticky.lastIndex = this.#at;
    const found = sticky.exec(this.#source)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }

  #sequence(): Matcher {
    const parts: Matcher[] = [];
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source[this.#at] ?? "")) parts.push(this.#term());
    return parts.reduceRight<Matcher>(
      (after, part) => (at, rest) => part(at, (next) => after(next, rest)),
      (at, rest) => rest(at),
    );
  }

  #term(): Matcher {
    const first = this.#group;
    const { match, width } = this.#atom();
    const quantifier = this.#match(/[*+?]\??|\{\d+(?:,\d*)?\}\??/);
    if (quantifier === undefined) return match;
    const [, from, comma, to] = /^\{(\d+)(,?)(\d*)\}/.exec(quantifier) ?? [];
    const least = Number(from ?? (quantifier.startsWith("+") ? 1 : 0));
    const exact = comma === "" ? least : Number.POSITIVE_INFINITY;
    const limit = quantifier.startsWith("?") ? 1 : to ? Number(to) : exact;
    const lazy = quantifier.length > 1 && quantifier.endsWith("?");
    if (width && !lazy) return this.#run(width, least, limit);
    const inside = Array.from({ length: this.#group - first }, (_, index) => first + index + 1);
    const loop = (at: number, rest: (at: number) => number, done: number): number => {
      this.#step();
      const leave = (): number => (done >= least ? rest(at) : -1);
      const again = (): number => {
        if (done >= limit) return -1;
        for (const group of inside) this.state.groups[group] = undefined;
        return match(at, (next) => (next === at && done >= least ? -1 : loop(next, rest, done + 1)));
      };
      const end = lazy ? leave() : again();
      return end >= 0 ? end : lazy ? again() : leave();
    };
    return (at, rest) => loop(at, rest, 0);
  }

  /** A greedy run of single characters, without a call for each of them: it may be long. */
  #run(width: (at: number) => number, least: number, limit: number): Matcher {
    return (at, rest) => {
      const ends = [at];
      for (let end = at; ends.length <= limit; ends.push(end)) {
        const size = width(end);
        if (size < 0) break;
        end += size;
      }
      while (ends.length > least) {
        this.#step();
        const end = rest(ends.pop() ?? at);
        if (end >= 0) return end;
      }
      return -1;
    };
  }

  /** What stands alone: a group, an assertion, or something that matches one character, with its width. */
  #atom(): { match: Matcher; width?: (at: number) => number } {
    if (this.#take("(?:")) return { match: this.#close(this.parse()) };
    const ahead = this.#match(/\(\?[=!]/);
    if (ahead) return { match: this.#lookahead(this.#close(this.parse()), ahead === "(?=") };
    if (/\(\?<[=!]/y.test(this.#source.slice(this.#at, this.#at + 4)))
      throw new Error(`lookbehind is not counted: ${this.#source}`);
    if (this.#match(/\((?:\?<[^>]*>)?/)) return { match: this.#capture() };
    const edge = this.#match(/\^|\$|\\[bB]/);
    if (edge) return { match: this.#edge(new RegExp(edge, `${this.#kept("m")}y`)) };
    const [, number, name] = /^\\(?:([1-9]\d*)|k<(.*)>)$/.exec(this.#match(/\\(?:[1-9]\d*|k<[^>]*>)/) ?? "") ?? [];
    if (number ?? name) return { match: this.#reference(Number(number ?? this.#names.indexOf(name ?? "") + 1)) };
    const one = this.#match(
      /\[(?:\\.|[^\]\\])*\]|\\u\{[^}]*\}|\\u[\dA-Fa-f]{4}|\\x[\dA-Fa-f]{2}|\\c[A-Za-z]|\\[pP]\{[^}]*\}|\\.|[\ud800-\udbff][\udc00-\udfff]|./,
    );
    if (one === undefined) throw new Error(`not understood at ${this.#at}: ${this.#source}`);
    const width = this.#character(new RegExp(`^(?:${one})$`, this.#kept("isu")));
    return {
      width,
      match: (at, rest) => {
        const size = width(at);
        return size < 0 ? -1 : rest(at + size);
      },
    };
  }

  #character(pattern: RegExp): (at: number) => number {
    const known = new Map<number, boolean>();
    const unicode = this.#flags.includes("u");
    return (at) => {
      this.#step();
      if (at >= this.state.text.length) return -1;
      const code = unicode ? (this.state.text.codePointAt(at) ?? 0) : this.state.text.charCodeAt(at);
      let fits = known.get(code);
      if (fits === undefined) {
        fits = pattern.test(unicode ? String.fromCodePoint(code) : String.fromCharCode(code));
        known.set(code, fits);
      }
      return fits ? (code > 0xffff ? 2 : 1) : -1;
    };
  }

  #capture(): Matcher {
    const group = ++this.#group;
    const inner = this.#close(this.parse());
    return (start, rest) => {
      const before = this.state.groups[group];
      const end = inner(start, (at) => {
        const inside = this.state.groups[group];
        this.state.groups[group] = [start, at];
        const found = rest(at);
        if (found < 0) this.state.groups[group] = inside;
        return found;
      });
      if (end < 0) this.state.groups[group] = before;
      return end;
    };
  }

  #reference(group: number): Matcher {
    return (at, rest) => {
      const [start, end] = this.state.groups[group] ?? [0, 0];
      const text = this.state.text.slice(start, end);
      this.state.steps += text.length;
      return this.state.text.startsWith(text, at) ? rest(at + text.length) : -1;
    };
  }

  #lookahead(inner: Matcher, wanted: boolean): Matcher {
    return (at, rest) => {
      const found = inner(at, (end) => end) >= 0;
      return found === wanted ? rest(at) : -1;
    };
  }

  #edge(pattern: RegExp): Matcher {
    return (at, rest) => {
      this.#step();
      pattern.lastIndex = at;
      return pattern.test(this.state.text) ? rest(at) : -1;
    };
  }

  #close(inner: Matcher): Matcher {
    if (!this.#take(")")) throw new Error(`a group does not end: ${this.#source}`);
    return inner;
  }

  #kept(flags: string): string {
    return [...flags].filter((flag) => this.#flags.includes(flag)).join("");
  }

  #step(): void {
    if (++this.state.steps > most) throw new Error(`more than ${most} steps: ${this.#source}`);
  }
}

const parsed = new Map<string, { readonly matcher: Matcher; readonly state: State }>();

/** Matches a text as `exec` does from a place. Returns where the match is and how many steps it took to find it. */
export function match(
  pattern: RegExp,
  text: string,
  from = 0,
): { readonly found: readonly [start: number, end: number] | undefined; readonly steps: number } {
  const key = String(pattern);
  let known = parsed.get(key);
  if (known === undefined) {
    const parser = new Parser(pattern);
    known = { matcher: parser.parse(), state: parser.state };
    parsed.set(key, known);
  }
  const { matcher, state } = known;
  state.text = text;
  state.steps = 0;
  for (let start = from; start <= text.length; start++) {
    state.steps++;
    state.groups.length = 0;
    const end = matcher(start, (at) => at);
    if (end >= 0) return { found: [start, end], steps: state.steps };
    if (pattern.sticky) break;
    if (pattern.unicode && (text.codePointAt(start) ?? 0) > 0xffff) start++;
  }
  return { found: undefined, steps: state.steps };
}
