import type { Contract } from "../model/contract.ts";
import type { Shape } from "../model/shapes.ts";
import type { Direction } from "./change.ts";

/** Which ways each component schema travels: into the API, out of it, or both. */
export function reach({ endpoints, schemas }: Contract): (name: string) => ReadonlySet<Direction> {
  const sent = [...endpoints.values()].flatMap(({ parameters, body }) => [
    ...[...parameters.values()].map(({ shape }) => shape),
    ...(body?.content.values() ?? []),
  ]);
  const received = [...endpoints.values()].flatMap(({ responses }) =>
    [...responses.values()].flatMap(({ content }) => [...content.values()]),
  );
  const ways: [Direction, ReadonlySet<string>][] = [
    ["request", closure(sent)],
    ["response", closure(received)],
  ];
  return (name) => new Set(ways.filter(([, names]) => names.has(name)).map(([direction]) => direction));

  function closure(shapes: readonly Shape[]): ReadonlySet<string> {
    const names = new Set<string>();
    const visit = (shape: Shape): void => {
      for (const name of shape.bases) {
        if (names.has(name)) continue;
        names.add(name);
        const found = schemas.get(name);
        if (found) visit(found.shape);
      }
      for (const child of [...shape.properties.values(), ...shape.branches]) visit(child);
      for (const child of [shape.items, shape.additional]) if (child) visit(child);
    };
    for (const shape of shapes) visit(shape);
    return names;
  }
}
