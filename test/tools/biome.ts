import { spawnSync } from "node:child_process";
import { toolFile } from "../helpers/tools.ts";

// `npm run lint` and `npm run format`. Without a network, people go on without it, and CI does not.
const biome = toolFile("biome", "@biomejs/biome/bin/biome");
if (biome)
  process.exitCode = spawnSync(process.execPath, [biome, ...process.argv.slice(2)], { stdio: "inherit" }).status ?? 1;
else process.exitCode = process.env.CI ? 1 : 0;
