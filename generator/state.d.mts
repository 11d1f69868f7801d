export function stateOf(home: string): string;
