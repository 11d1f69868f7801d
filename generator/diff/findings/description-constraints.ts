/** Ways in which a text asks for something that a schema could say. Numbers may have separators: 10,000. */
const constraintPhrases = [
  /\b(?:is|are|be|now|field|parameter|filter)?\s*(?<!not |n't be |no longer )(?:required|mandatory)\b/gi,
  /\b(?:must|cannot|may not)(?: not)?\b/gi,
  /\b(?:at most|at least|no more than|no fewer than|up to|max(?:imum)?\.?(?: of)?|min(?:imum)?\.?(?: of)?|limited to|exceed)\s+(?:is\s+)?\d+(?:,\d{3})*/gi,
  /(?<!no )\b(?:maximum|minimum)\b/gi,
];

/** Ways that let more through the larger their number is. */
const upperLimitPhrase = /most|more than|up to|max|limited|exceed/i;

/**
 * The words of a new text that ask for more than the old one did, where the schema does not ask for it itself: a
 * number that is one of the schema's limits is said twice, which is fine, and one that lets more through asks for less.
 */
export function findUndeclaredConstraints(before: string, after: string, limits: readonly number[]): string[] {
  const old = findPhrases(before);
  const fresh = findPhrases(after).filter((words) => !old.some((each) => isAtLeastAsStrict(each, words)));
  return [...new Set(fresh.filter((words) => !limits.includes(numberIn(words))))];
}

/** Whether an old demand is as strict as a new one: the same words, or the same but for a number that was no wider. */
function isAtLeastAsStrict(before: string, after: string): boolean {
  const [one, two] = [before, after].map((words) => words.toLowerCase().replace(/\d+(?:,\d{3})*/, "#"));
  if (one !== two) return false;
  const [old, now] = [numberIn(before), numberIn(after)];
  if (Number.isNaN(now)) return true;
  return upperLimitPhrase.test(after) ? now >= old : now <= old;
}

/** Every demand of a text once: of two that overlap, the longer one. */
function findPhrases(text: string): string[] {
  const all = constraintPhrases.flatMap((demand) => [...text.matchAll(demand)].map((match) => match[0].trim()));
  return all.filter((words) => !all.some((other) => other.length > words.length && other.includes(words)));
}

const numberIn = (words: string): number => Number(/\d+(?:,\d{3})*/.exec(words)?.[0].replaceAll(",", "") ?? Number.NaN);
