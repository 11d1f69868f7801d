import type { Message } from "../../model/contract.ts";
import { type Finding, finding } from "../finding.ts";
import type { Place } from "../place.ts";
import { text } from "./descriptions.ts";
import { others } from "./other.ts";
import type { EndpointRule } from "./rule.ts";

/** The place of an operation's request body. */
export const bodyPlace = (operation: Place): Place => ({
  ...operation,
  owner: `${operation.owner} body`,
  direction: "request",
  inside: "body",
});

/** The place of one of an operation's answers. */
export const responsePlace = (operation: Place, status: string): Place => ({
  ...operation,
  owner: `${operation.owner} ${status}`,
  direction: "response",
  inside: status.startsWith("2") ? "data" : "error",
});

/** Whether an operation takes a body, and has to be given one. */
export const bodies: EndpointRule = (before, after, place) => {
  const at = bodyPlace(place);
  if (!before.body && after.body)
    return [
      finding("body-added", [after.bodyRequired ? "breaking" : "additive", "additive"], {
        place: at,
        pointer: after.body.pointer,
      }),
    ];
  if (before.body && !after.body)
    return [finding("body-removed", "breaking", { place: at, pointer: before.body.pointer })];
  if (before.bodyRequired === after.bodyRequired) return [];
  const where = { place: at, pointer: after.body?.pointer ?? after.pointer };
  return [
    after.bodyRequired
      ? finding("body-became-required", "breaking", where)
      : finding("body-became-optional", "additive", where),
  ];
};

/** The statuses that an operation answers with. A new success is one that old clients take for unexpected. */
export const statuses: EndpointRule = (before, after, place) => [
  ...[...after.responses]
    .filter(([status]) => !before.responses.has(status))
    .map(([status, { pointer }]) => {
      const level = status.startsWith("2") ? "risky" : "additive";
      const where = { place: responsePlace(place, status), pointer, after: asStatus(status) };
      return finding("response-status-added", level, where);
    }),
  ...[...before.responses]
    .filter(([status]) => !after.responses.has(status))
    .map(([status, { pointer }]) =>
      finding("response-status-removed", "breaking", {
        place: responsePlace(place, status),
        pointer,
        before: asStatus(status),
      }),
    ),
];

const asStatus = (status: string): number | string => (/^\d+$/.test(status) ? Number(status) : status);

/** The media types, the text and the rest of every message that both documents have. */
const ofMessages =
  (rule: (before: Message, after: Message, place: Place) => readonly Finding[]): EndpointRule =>
  (before, after, place) => [
    ...(before.body && after.body ? rule(before.body, after.body, bodyPlace(place)) : []),
    ...[...before.responses].flatMap(([status, response]) => {
      const other = after.responses.get(status);
      return other ? rule(response, other, responsePlace(place, status)) : [];
    }),
  ];

/** What a message may be written in. */
export const mediaTypes: EndpointRule = ofMessages((before, after, place) => [
  ...[...after.content.keys()]
    .filter((type) => !before.content.has(type))
    .map((type) => finding("media-type-added", "additive", { place, pointer: after.pointer, after: type })),
  ...[...before.content.keys()]
    .filter((type) => !after.content.has(type))
    .map((type) => finding("media-type-removed", "breaking", { place, pointer: after.pointer, before: type })),
]);

export const messageTexts: EndpointRule = ofMessages((before, after, place) =>
  text(before.description, after.description, place, after.pointer),
);

export const otherMessageFields: EndpointRule = ofMessages((before, after, place) =>
  others(before.rest, after.rest, place, after.pointer),
);
