import { ofBodies } from "./bodies.ts";
import { ofComponents } from "./components.ts";
import { everyWay, facts } from "./facts.ts";
import type { Row } from "./row.ts";
import { ofObjects } from "./objects.ts";
import { ofOperations } from "./operations.ts";

/** Every row of every table. */
export const rows: readonly Row[] = [
  ...facts.flatMap(everyWay),
  ...ofObjects,
  ...ofOperations,
  ...ofComponents,
  ...ofBodies,
];
