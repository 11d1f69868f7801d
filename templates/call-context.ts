import type { Operation } from "./errors.js";
import type { OperationOverrides } from "./operation-overrides.js";
import type { Retry, RetryOptions } from "./retry-policy.js";

/** A function that sends requests: the global `fetch`, or a compatible one. */
export type Fetch = (request: Request, init?: RequestInit) => Promise<Response>;

/** The groups of an operation's input at run time. */
export interface InputGroups {
  readonly path?: Readonly<Record<string, unknown>>;
  readonly query?: object;
  readonly header?: object;
  readonly cookie?: object;
  readonly body?: unknown;
}

/** An operation with its input. */
export interface OperationRequest extends Operation {
  readonly overrides?: OperationOverrides | undefined;
  readonly input?: InputGroups | undefined;
}

/** State that the steps of one call share. */
export interface CallContext {
  readonly operation: OperationRequest;
  /** Plugins may replace it. Defaults to the global `fetch`. */
  fetch: Fetch | undefined;
  /** The time limit of each attempt, in milliseconds. */
  readonly timeout: number | false;
  /** The caller's signal, which aborts the call. */
  readonly signal: AbortSignal | undefined;
  readonly retry: RetryOptions;
  readonly onRetry: ((retry: Retry) => unknown) | undefined;
  /** Replaces credentials in a text, so that neither responses nor error messages repeat them. */
  redact: (text: string) => string;
}
