import { groupBy } from "../lists.ts";
import type { Finding } from "./finding.ts";
import { listed } from "./words.ts";

/** A finding as a caller sees it: the names it goes by in the client. */
export interface Seen extends Finding {
  /** Where callers meet it: "`query.status` of listAccount". */
  readonly where: string;
  /** The exported functions or types. */
  readonly exported: string;
  /** The functions, as they are called: "getAccount()". */
  readonly calls: string;
  readonly sent: boolean;
}

/** The findings of one cause, as callers see them. */
export const seen = (group: readonly [Finding, ...Finding[]]): Seen => ({
  ...group[0],
  where: met(group),
  exported: listed(group.map(({ place }) => place.exported)),
  calls: listed(group.map(({ place }) => `${place.exported}()`)),
  sent: group[0].place.direction !== "response",
});

/** `Account.status`, or `query.status of listAccount and patchAccount`: one way in, all who have it. */
function met(group: readonly Finding[]): string {
  const inside = groupBy(group, ({ place }) => `${place.owner.startsWith("schema ")} ${place.inside}`);
  return listed(
    [...inside.values()].map((each) => {
      const [{ place }] = each;
      const exported = each.map((finding) => finding.place.exported);
      if (place.owner.startsWith("schema "))
        return listed(place.inside === "" ? exported : exported.map((name) => `${name}.${place.inside}`));
      return place.inside === "" ? listed(exported) : `${place.inside} of ${listed(exported)}`;
    }),
  );
}
