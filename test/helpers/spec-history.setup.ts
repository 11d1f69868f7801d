import { skipNotice } from "./spec-history.ts";

const printed = Symbol.for("spec-history-notice");

/** Prints once, before all tests, that those of the document's history are skipped. */
export default function setup(): void {
  const notice = skipNotice("tests of the document's history are");
  if (notice === undefined || Reflect.has(globalThis, printed)) return;
  Reflect.set(globalThis, printed, true);
  console.log(notice);
}
