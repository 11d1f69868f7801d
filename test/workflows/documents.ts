import { createHash } from "node:crypto";
import { baseline } from "../helpers/project.ts";

const noise = Array.from({ length: 1200 }, (_, index) => createHash("sha256").update(`${index}`).digest("hex")).join(
  "",
);

type Document = ReturnType<typeof JSON.parse>;

/** The committed snapshot with a change, as a document of upstream. */
export function edited(change: (document: Document) => void): string {
  const document = JSON.parse(baseline);
  change(document);
  return JSON.stringify(document);
}

/** The schema that the changes are made to. */
export const schema = (document: Document): Document => document.components.schemas.Account;

/** A change of docs. */
export const sentence: string = edited((document) => Object.assign(schema(document), { description: "Another one." }));

/** A change that breaks callers. */
export const field: string = edited((document) => delete schema(document).properties.status);

/** The same, and so much text that does not pack that it needs several outputs to be handed over. */
export const long: string = edited((document) => {
  delete schema(document).properties.status;
  schema(document).description = noise;
});
