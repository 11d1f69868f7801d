/** Phrases that state a constraint which a schema could express. Numbers can have separators: 10,000. */
const constraintPhrases = [
  /\b(?:is|are|be|now|field|parameter|filter)?\s*(?<!not |n't be |no longer )(?:required|mandatory)\b/gi,
  /\b(?:must|cannot|may not)(?: not)?\b/gi,
  /\b(?:at most|at least|no more than|no fewer than|up to|max(?:imum)?\.?(?: of)?|min(?:imum)?\.?(?: of)?|limited to|exceed)\s+(?:is\s+)?\d+(?:,\d{3})*/gi,
  /(?<!no )\b(?:maximum|minimum)\b/gi,
];

/** Phrases that state an upper limit: a larger number is a looser constraint. */
const upperLimitPhrase = /most|more than|up to|max|limited|exceed/i;

/**
 * Finds the phrases of a new description that state a constraint which neither the old description nor the schema
 * states. A number that equals one of the schema's limits repeats that limit.
 */
export function findUndeclaredConstraints(before: string, after: string, limits: readonly number[]): string[] {
  const oldPhrases = findPhrases(before);
  const newPhrases = findPhrases(after).filter(
    (phrase) => !oldPhrases.some((oldPhrase) => isAtLeastAsStrict(oldPhrase, phrase)),
  );
  return [...new Set(newPhrases.filter((phrase) => !limits.includes(numberIn(phrase))))];
}

/** Whether an old phrase is at least as strict as a new one: the same words, with the same or a stricter number. */
function isAtLeastAsStrict(oldPhrase: string, newPhrase: string): boolean {
  const [oldWords, newWords] = [oldPhrase, newPhrase].map((phrase) =>
    phrase.toLowerCase().replace(/\d+(?:,\d{3})*/, "#"),
  );
  if (oldWords !== newWords) return false;
  const [oldNumber, newNumber] = [numberIn(oldPhrase), numberIn(newPhrase)];
  if (Number.isNaN(newNumber)) return true;
  return upperLimitPhrase.test(newPhrase) ? newNumber >= oldNumber : newNumber <= oldNumber;
}

/** Finds every constraint phrase of a text. Of two that overlap, the longer one counts. */
function findPhrases(text: string): string[] {
  const phrases = constraintPhrases.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[0].trim()));
  return phrases.filter((phrase) => !phrases.some((other) => other.length > phrase.length && other.includes(phrase)));
}

const numberIn = (phrase: string): number =>
  Number(/\d+(?:,\d{3})*/.exec(phrase)?.[0].replaceAll(",", "") ?? Number.NaN);
