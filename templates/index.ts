export { bind, type Descriptor } from "./bind.js";
export type { CallOptions, ClientOptions, Middleware, MiddlewareContext } from "./client.js";
export { ApiError } from "./errors.js";
export type { Input } from "./input.js";
export { type Failure, NotJson, type Result, type Success, type Unexpected } from "./result.js";
export { unwrap } from "./unwrap.js";
