import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Gives the workers of a run a folder in common, where each notes the tools it could not fetch. */
export default function setup(): (() => void) | undefined {
  // Each project of a run has a set-up of its own.
  if (process.env.TOOLS_NOTES !== undefined) return undefined;
  const notes = mkdtempSync(join(tmpdir(), "tools-notes-"));
  process.env.TOOLS_NOTES = notes;
  return () => {
    rmSync(notes, { recursive: true, force: true });
    delete process.env.TOOLS_NOTES;
  };
}
