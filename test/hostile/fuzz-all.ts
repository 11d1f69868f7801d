import { baseline } from "../helpers/snapshot.ts";
import { documents, fuzz, mutations, sample } from "./fuzz.ts";

/**
 * `npm run test:fuzz -- [seed] [count]`: generates from random documents, 10,000 by default, and from a fifth as many
 * damaged copies of the snapshot. Prints a summary. Stops at the first defect.
 */
const [seed = 1, count = 10_000] = process.argv.slice(2).map(Number);
const parts = [
  {
    name: "documents with hostile strings",
    texts: () => sample(documents, count, seed).map((each) => JSON.stringify(each)),
  },
  { name: "damaged copies of the snapshot", texts: () => sample(mutations(baseline), count / 5, seed) },
];
for (const { name, texts } of parts) {
  const { documents: total, clients, rejected } = await fuzz(texts());
  const codes = Object.entries(rejected).sort(([, a], [, b]) => b - a);
  console.log(`${total} ${name}, seed ${seed}: ${clients} clients, ${total - clients} rejected, 0 defects`);
  for (const [code, frequency] of codes) console.log(`  ${String(frequency).padStart(6)} ${code}`);
}
