import { GeneratorError } from "../../generator/util/errors.ts";

/** What the generator says against something. Whatever else is thrown is a defect, and fails the test. */
export function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof GeneratorError) return error.message;
    throw error ?? new Error("nothing was thrown, and thrown it was");
  }
  return "nothing";
}

/** Every error says what to do, in a sentence of its own. */
export const remedy = /\. [A-Z][^.]+\.$/;
