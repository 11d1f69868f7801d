import type { Shape } from "../../model/shapes.ts";
import type { Finding } from "../finding.ts";
import type { Place } from "../place.ts";

/** Compares two schemas of one place, as `views` gives them. Properties, items and branches are visited by the walk. */
export type SchemaRule = (before: Shape, after: Shape, place: Place) => readonly Finding[];
