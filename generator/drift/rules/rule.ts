import type { Endpoint } from "../../model/contract.ts";
import type { Shape } from "../../model/shape.ts";
import type { Finding } from "../finding.ts";
import type { Place } from "../place.ts";
import type { Pair } from "../views.ts";

/** Compares two documents as wholes. */
export type ContractRule = (pair: Pair) => readonly Finding[];

/** Compares an operation that both documents have, at its place. */
export type EndpointRule = (before: Endpoint, after: Endpoint, place: Place) => readonly Finding[];

/** Compares two schemas of one place, as `views` gives them. Properties, items and branches are visited by the walk. */
export type SchemaRule = (before: Shape, after: Shape, place: Place) => readonly Finding[];

/** Rules by name, so that what one of them does can be said of it. */
export type Named<Rule> = Readonly<Record<string, Rule>>;
