import { description } from "./descriptions.ts";
import { deprecated, readOnly } from "./flags.ts";
import { constant, defaults, format, pattern } from "./formats.ts";
import { limits } from "./limits.ts";

/** The rules about one keyword each, by keyword: those that hold whatever the type is, and those for values of one type. */
export const always = { deprecated, description, readOnly };
export const ofOneType = { const: constant, default: defaults, format, pattern, ...limits };

/** Keywords that have a rule. */
export const ruled: ReadonlySet<string> = new Set(Object.keys({ ...always, ...ofOneType }));
