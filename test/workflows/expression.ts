/** What the expressions of a workflow may name: `github`, `needs`, `steps`. */
export type Context = Readonly<Record<string, unknown>>;

/** The value of the few kinds of expressions that our workflows have: paths and texts, `==`, `!=` and `&&`. */
export function evaluate(expression: string, context: Context): unknown {
  const parts = expression.split("&&");
  if (parts.length > 1) return parts.every((part) => evaluate(part, context));
  const [, left = "", operator, right = ""] = /^(.+?)(?: (==|!=) (.+))?$/.exec(expression.trim()) ?? [];
  if (operator === undefined) return operand(left, context);
  return (operand(left, context) === operand(right, context)) === (operator === "==");
}

/** A text with its `${{ }}` filled in. As on GitHub, what is not there is the empty text. */
export const fill = (text: string, context: Context): string =>
  text.replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => String(evaluate(expression, context) ?? ""));

function operand(text: string, context: Context): unknown {
  const literal = /^'(.*)'$/.exec(text);
  if (literal) return literal[1];
  let value: unknown = context;
  for (const key of text.trim().split(".")) value = Object(value)[key];
  return value ?? "";
}
