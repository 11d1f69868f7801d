import { baseline } from "../helpers/snapshot.ts";
import { documents, fuzz, mutations, sample } from "./fuzz.ts";

/**
 * `npm run test:fuzz -- [seed] [number]`: prints what came of 10,000 documents, or of that number, and of a fifth as many
 * damaged ones. It ends at the first defect.
 */
const [seed = 1, number = 10_000] = process.argv.slice(2).map(Number);
const parts = [
  {
    what: "documents of hostile texts",
    texts: () => sample(documents, number, seed).map((each) => JSON.stringify(each)),
  },
  { what: "damaged copies of the snapshot", texts: () => sample(mutations(baseline), number / 5, seed) },
];
for (const { what, texts } of parts) {
  const { documents: count, clients, refused } = await fuzz(texts());
  const codes = Object.entries(refused).sort(([, a], [, b]) => b - a);
  console.log(`${count} ${what}, seed ${seed}: ${clients} clients, ${count - clients} refused, 0 anything else`);
  for (const [code, number] of codes) console.log(`  ${String(number).padStart(6)} ${code}`);
}
