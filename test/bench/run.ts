import { bundle } from "./bundle.ts";
import { callRatios } from "./calls.ts";
import { driftRatios } from "./drift.ts";
import { generateFigures } from "./generate.ts";
import { growth } from "./growth.ts";
import { nodes } from "./processes.ts";
import { typeCosts } from "./types.ts";

/** A figure with what it may be at most. Times are ratios within one run: the machines are shared. */
interface Figure {
  readonly what: string;
  readonly value: number;
  readonly atMost: number | undefined;
}

const figure = (what: string, value: number, atMost?: number): Figure => ({ what, value, atMost });

const full = process.argv.includes("--full");

/** How often the slow commands are run: often enough to see a change, or to be sure of a limit. */
const rounds = full
  ? { calls: 41, drift: 15, generate: 11, growth: 3 }
  : { calls: 21, drift: 5, generate: 2, growth: 1 };

/** What is measured, by the name that one of them can be asked for with. */
const sections: Readonly<Record<string, () => Promise<Figure[]> | Figure[]>> = {
  calls: async () => {
    const { http, memory } = await callRatios(rounds.calls);
    return [
      figure("a call over HTTP, against bare openapi-fetch (median ratio)", http, 1.15),
      figure("a call in memory, against bare openapi-fetch (median ratio)", memory, 1.6),
    ];
  },
  bundle: async () => {
    const client = await bundle('export { createAccountClient, getAccount } from "instantly-account-client";');
    const bare = await bundle('export { default } from "openapi-fetch";');
    const others = client.text
      .match(/(list|create|patch|pause|resume|delete|move)Accounts?/g)
      ?.filter((name) => name !== "createAccount");
    return [
      figure("a bundle with one operation, openapi-fetch included (bytes, min+gzip)", client.gzipped, 4900),
      figure("  bare openapi-fetch (bytes, min+gzip)", bare.gzipped),
      figure("names of other operations in that bundle", others?.length ?? 0, 0),
    ];
  },
  types: () => {
    const types = typeCosts();
    return [
      figure("types: a caller of three operations, from the package (instantiations)", types.package, 5000),
      figure("types: the same with skipLibCheck off", types.packageUnskipped, 17_000),
      figure("types: the same from the sources", types.sources, 12_500),
      figure("  the same calls through bare openapi-fetch", types.bare),
    ];
  },
  drift: () =>
    nodes.flatMap(({ line, node }) => {
      const { same, changed } = driftRatios(node, rounds.drift);
      const atMost = { 20: 4, 24: 2.5 }[line];
      return [
        figure(`drift, Node ${line}: two 4 MB documents that say the same, against reading both`, same, atMost),
        figure("  where an enum has a value more", changed, atMost),
      ];
    }),
  generate: () =>
    nodes.flatMap(({ line, node }) => {
      const ratios = generateFigures(node, rounds.generate);
      const limit = (on20: number, on24: number): number => ({ 20: on20, 24: on24 })[line];
      return [
        figure(
          `generate, Node ${line}: a 4 MB document, against openapi-typescript on it`,
          ratios.toLarge,
          limit(0.7, 0.4),
        ),
        figure("  against openapi-typescript on the Account part alone", ratios.toAccount, limit(1.3, 1)),
        ...ratios.stages.map(([stage, time]) => figure(`    ${stage} (ms)`, Math.round(time))),
        figure("  --offline where nothing has changed, against `node -e 0`", ratios.unchanged, limit(6, 4)),
        figure("  of a whole API, against openapi-typescript on it", ratios.whole, 1.3),
        figure("    peak memory, against the same", ratios.memory, 1),
      ];
    }),
  growth: () =>
    nodes.flatMap(({ line, node }) => {
      const { sizes, exponent } = growth(node, rounds.growth);
      return [
        figure(`growth, Node ${line}: exponent of time over operations, 250 to 4,000`, exponent, 1.1),
        ...sizes.flatMap(({ operations, milliseconds, memory }) => [
          figure(`    ${operations} operations (ms)`, Math.round(milliseconds)),
          figure(`    ${operations} operations, peak memory (MB)`, Math.round(memory)),
        ]),
      ];
    }),
};

const asked = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const unknown = asked.find((name) => !Object.hasOwn(sections, name));
if (unknown !== undefined) throw new Error(`There is no section ${unknown}: ${Object.keys(sections).join(", ")}`);
/** Growth takes a minute by itself. */
const usual = Object.keys(sections).filter((name) => full || name !== "growth");

const figures: Figure[] = [];
for (const name of asked.length > 0 ? asked : usual) figures.push(...((await sections[name]?.()) ?? []));

if (process.argv.includes("--json")) console.log(JSON.stringify(figures, null, 2));
else
  for (const { what, value, atMost } of figures) {
    const shown = Number.isInteger(value) ? String(value) : value.toFixed(2);
    console.log(
      `${what.padEnd(82)}${shown.padStart(8)}${atMost === undefined ? "" : `   at most ${atMost}${value <= atMost ? "" : "   MISSED"}`}`,
    );
  }
