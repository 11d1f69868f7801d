import type { CallerView } from "./caller-view.ts";
import type { Level } from "./change.ts";
import type { Finding } from "./finding.ts";

/** The level of a kind: one for both directions, or one for each. */
export type Levels = Level | { readonly request: Level; readonly response: Level };

/** A kind of change. */
export interface Kind<Id extends string = string> {
  /** The name in reports, ignore lists and the JSON schema, such as `enum-value-added`. It never changes. */
  readonly id: Id;
  /** The level, unless the rule passes another one to {@link createFinding}. */
  readonly level: Levels;
  /** Returns a clause that says what changed. The subject is the changed thing, such as `status`. */
  readonly message: (finding: Finding, subject: string) => string;
  /** Returns clauses that say what the change means for code that calls the client. */
  readonly impact: (view: CallerView) => readonly string[];
  /**
   * The keyword of the schema or operation whose line a report annotates. `enumLabels` stands for the extension that
   * labels enum values, which has several names. Defaults to the first line of the schema or operation.
   */
  readonly keyword?: string;
}

/** Defines a kind of change. Its type keeps the id, from which the union of all ids is derived. */
export const defineKind = <const Id extends string>(kind: Kind<Id>): Kind<Id> => kind;

/** The clause of a change to which callers do not have to react. */
export const noCodeChanges = "no code changes needed";

/** The clause of a change after which code no longer compiles. */
export const stopCompiling = (callers: string): string => `${callers} stop compiling`;

/** The level of a constraint that became stricter: the API can reject what it accepted. */
export const stricter: Levels = { request: "breaking", response: "additive" };

/** The level of a constraint that became looser: callers can receive values that they do not expect. */
export const looser: Levels = { request: "additive", response: "risky" };

/** The level of a changed constraint whose values cannot be compared. It assumes the worse case of each direction. */
export const stricterOrLooser: Levels = { request: "breaking", response: "risky" };
