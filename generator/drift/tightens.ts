/** Ways in which a text asks for something that a schema could say. Numbers may have separators: 10,000. */
const demands = [
  /\b(?:is|are|be|now|field|parameter|filter)?\s*(?:required|mandatory)\b/gi,
  /\bmust(?: not)?\b/gi,
  /\b(?:at most|at least|no more than|no fewer than|up to|maximum(?: of)?|minimum(?: of)?|limited to)\s+(?:is\s+)?\d[\d,]*/gi,
  /\b(?:maximum|minimum)\b/gi,
];

/**
 * The words of a new text that ask for more than the old one did, where the schema does not ask for it itself: a
 * number that is one of the schema's limits is said twice, which is fine.
 */
export function tightens(before: string, after: string, limits: readonly number[]): string[] {
  const old = found(before).map((words) => words.toLowerCase());
  const fresh = found(after).filter((words) => !old.includes(words.toLowerCase()));
  return [...new Set(fresh.filter((words) => !limits.includes(numberIn(words))))];
}

/** Every demand of a text once: of two that overlap, the longer one. */
function found(text: string): string[] {
  const all = demands.flatMap((demand) => [...text.matchAll(demand)].map((match) => match[0].trim()));
  return all.filter((words) => !all.some((other) => other.length > words.length && other.includes(words)));
}

const numberIn = (words: string): number => Number(/\d[\d,]*/.exec(words)?.[0].replaceAll(",", "") ?? Number.NaN);
