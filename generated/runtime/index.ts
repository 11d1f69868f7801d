export { bind, type Descriptor } from "./bind.js";
export { ApiError, TimeoutError, TransportError } from "./errors.js";
export type { Input, InputOf } from "./input.js";
export type { CallOptions, ClientOptions, Middleware, MiddlewareContext } from "./options.js";
export { type DataOf, type Failure, NotJson, type Result, type Success, type Unexpected } from "./result.js";
export type { Retry, RetryOptions } from "./retry.js";
export type { Fetch } from "./send.js";
export { unwrap } from "./unwrap.js";
