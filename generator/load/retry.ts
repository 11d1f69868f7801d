import type { Limits } from "./limits.ts";

/** A try that brought no document, though another may. */
export interface Missed {
  /** Why, in words. */
  readonly reason: string;
  /** Whether it makes sense to ask again. */
  readonly again: boolean;
  /** How long the server asks to be left alone, in milliseconds. */
  readonly asked?: number | undefined;
}

/** How long to wait before the next try; undefined where there is none. */
export function nextWait({ again, asked }: Missed, attempt: number, { waits, patience }: Limits): number | undefined {
  const wait = waits[attempt];
  if (!again || wait === undefined || (asked ?? 0) > patience) return undefined;
  return asked ?? wait;
}

/** What a Retry-After header asks for, in milliseconds: it has seconds, or a date. */
export function retryAfter(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? "";
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const date = /^[A-Z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
