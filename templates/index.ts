export { bind, type Descriptor } from "./bind.js";
export type { Fetch } from "./call-context.js";
export { ApiError, TimeoutError, TransportError } from "./errors.js";
export type { Input, InputOf } from "./input.js";
export type { CallOptions, ClientOptions, Middleware, MiddlewareContext } from "./options.js";
export {
  type DataOf,
  type Failure,
  NonJsonBody,
  type Result,
  type Success,
  type Unexpected,
  unwrap,
} from "./result.js";
export type { Retry, RetryOptions } from "./retry-policy.js";
