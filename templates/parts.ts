import type { Part } from "./client.js";

/** Several parts of a client as one: each has its say, the first one first. */
export const parts =
  (...each: Part[]): Part =>
  async (init, call) => {
    for (const part of each) await part(init, call);
  };
