import { bodyRows } from "./bodies.ts";
import { componentRows } from "./components.ts";
import { facts, inEveryDirection } from "./facts.ts";
import { objectRows } from "./objects.ts";
import { operationRows } from "./operations.ts";
import type { Row } from "./row.ts";

/** All rows. */
export const rows: readonly Row[] = [
  ...facts.flatMap(inEveryDirection),
  ...objectRows,
  ...operationRows,
  ...componentRows,
  ...bodyRows,
];
