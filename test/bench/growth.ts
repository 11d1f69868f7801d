import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { synthetic } from "./documents.ts";
import { median } from "./median.ts";
import { took } from "./processes.ts";

/** How time and memory grow with the operations: 1 is in proportion. */
export interface Growth {
  readonly operations: number;
  readonly milliseconds: number;
  readonly memory: number;
}

export function growth(node: string, rounds: number): { sizes: readonly Growth[]; exponent: number } {
  const folder = mkdtempSync(join(tmpdir(), "growth-"));
  try {
    const config = join(folder, "config.json");
    writeFileSync(config, JSON.stringify({ include: { paths: ["/**"] }, enumNames: {} }));
    const sizes = [16, 250, 1000, 4000].map((operations) => {
      const source = join(folder, `${operations}.json`);
      writeFileSync(source, synthetic(operations));
      const all = Array.from({ length: rounds }, () => {
        rmSync(join(folder, "out"), { recursive: true, force: true });
        const argv = [
          "generator/run.mjs",
          "generate",
          "--source",
          source,
          "--config",
          config,
          "--out",
          join(folder, "out"),
        ];
        return took(node, argv, "memory");
      });
      return {
        operations,
        milliseconds: Math.min(...all.map(({ milliseconds }) => milliseconds)),
        memory: median(all.map(({ memory }) => memory)),
      };
    });
    const [from, to] = [sizes[1], sizes.at(-1)];
    const exponent =
      from && to
        ? Math.log(to.milliseconds / from.milliseconds) / Math.log(to.operations / from.operations)
        : Number.NaN;
    return { sizes, exponent };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
