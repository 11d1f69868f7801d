import { join } from "node:path";
import { bundle } from "./bundle.ts";
import { callRatios } from "./calls.ts";
import { driftRatios } from "./drift.ts";
import { typeCosts } from "./types.ts";

/** A figure with what it may be at most. Times are ratios within one run: the machines are shared. */
interface Figure {
  readonly what: string;
  readonly value: number;
  readonly atMost: number | undefined;
}

const figure = (what: string, value: number, atMost?: number): Figure => ({ what, value, atMost });

const calls = await callRatios();
const client = await bundle('export { createAccountClient, getAccount } from "instantly-account-client";');
const bare = await bundle('export { default } from "openapi-fetch";');
const types = typeCosts();
const node20 = driftRatios(process.execPath);
const node24 = driftRatios(join(import.meta.dirname, "../../node_modules/node-24/bin/node"));

const figures = [
  figure("a call over HTTP, against bare openapi-fetch (median ratio)", calls.http, 1.15),
  figure("a call in memory, against bare openapi-fetch (median ratio)", calls.memory, 1.6),
  figure("a bundle with one operation, openapi-fetch included (bytes, min+gzip)", client.gzipped, 4500),
  figure("  bare openapi-fetch (bytes, min+gzip)", bare.gzipped),
  figure(
    "names of other operations in that bundle",
    client.text
      .match(/(list|create|patch|pause|resume|delete|move)Accounts?/g)
      ?.filter((name) => name !== "createAccount").length ?? 0,
    0,
  ),
  figure("types: a caller of three operations, from the package (instantiations)", types.package, 5000),
  figure("types: the same with skipLibCheck off", types.packageUnskipped, 17_000),
  figure("types: the same from the sources", types.sources, 12_000),
  figure("  the same calls through bare openapi-fetch", types.bare),
  figure("drift of two 4 MB documents that say the same, against reading both, Node 24", node24.same, 2.5),
  figure("  where an enum has a value more", node24.changed, 2.5),
  figure("  that say the same, Node 20", node20.same, 4),
  figure("  where an enum has a value more, Node 20", node20.changed, 4),
];

if (process.argv.includes("--json")) console.log(JSON.stringify(figures, null, 2));
else
  for (const { what, value, atMost } of figures) {
    const shown = Number.isInteger(value) ? String(value) : value.toFixed(2);
    console.log(
      `${what.padEnd(82)}${shown.padStart(8)}${atMost === undefined ? "" : `   at most ${atMost}${value <= atMost ? "" : "   MISSED"}`}`,
    );
  }
