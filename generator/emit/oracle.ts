import { ts } from "ts-morph";

/** A statement that a file may hold; what it holds besides is put there by a document that should not have got so far. */
type Allowed = (statement: ts.Statement) => boolean;

/** An import from a file of the client, or an export of one. */
const link: Allowed = (statement) =>
  (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) &&
  statement.moduleSpecifier !== undefined &&
  ts.isStringLiteral(statement.moduleSpecifier) &&
  isOurs(statement.moduleSpecifier.text);

const isOurs = (specifier: string): boolean => {
  const [, path = ""] = /^\.\/(.+)\.js$/.exec(specifier) ?? [];
  return /^runtime\/[a-z]+$/.test(path) || isPrinted(`${path}.ts`);
};

const type: Allowed = (statement) => ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement);

/** Data: literals, and objects and lists of them, keyed by names or by members of an enum. */
function isData(node: ts.Expression): boolean {
  if (ts.isStringLiteral(node) || ts.isNumericLiteral(node)) return true;
  if ([ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword, ts.SyntaxKind.NullKeyword].includes(node.kind))
    return true;
  if (ts.isPrefixUnaryExpression(node))
    return node.operator === ts.SyntaxKind.MinusToken && ts.isNumericLiteral(node.operand);
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(isData);
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return isData(node.expression);
  return ts.isObjectLiteralExpression(node) && node.properties.every(isEntry);
}

const isEntry = (property: ts.ObjectLiteralElementLike): boolean =>
  ts.isPropertyAssignment(property) && isKey(property.name) && isData(property.initializer);

const isKey = (name: ts.PropertyName): boolean =>
  !ts.isComputedPropertyName(name) || ts.isStringLiteral(name.expression) || isMember(name.expression);

const isMember = (node: ts.Expression): boolean =>
  ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression);

/** A call of one of our own functions, with nothing but names, data, and what `inner` functions make of these. */
const isCall = (
  node: ts.Expression | undefined,
  functions: readonly string[],
  inner: readonly string[] = [],
): boolean =>
  node !== undefined &&
  ts.isCallExpression(node) &&
  ts.isIdentifier(node.expression) &&
  functions.includes(node.expression.text) &&
  node.arguments.every(
    (argument) => ts.isIdentifier(argument) || isMember(argument) || isData(argument) || isCall(argument, inner, inner),
  );

/** Constants of data, or of what one of our own functions makes of data. */
const constants =
  (...functions: string[]): Allowed =>
  (statement) =>
    ts.isVariableStatement(statement) &&
    (statement.declarationList.flags & ts.NodeFlags.BlockScoped) === ts.NodeFlags.Const &&
    statement.declarationList.declarations.every(
      ({ name, initializer }) =>
        ts.isIdentifier(name) && initializer !== undefined && (isData(initializer) || isCall(initializer, functions)),
    );

/** A function that returns what one of our own functions gives for its arguments, and does nothing else. */
const passing =
  (functions: readonly string[], inner: readonly string[] = []): Allowed =>
  (statement) => {
    if (!ts.isFunctionDeclaration(statement) || statement.body?.statements.length !== 1) return false;
    const [only] = statement.body.statements;
    return (
      only !== undefined &&
      ts.isReturnStatement(only) &&
      isCall(only.expression, functions, inner) &&
      statement.parameters.every(({ initializer, name }) => initializer === undefined && ts.isIdentifier(name))
    );
  };

const any =
  (...allowed: Allowed[]): Allowed =>
  (statement) =>
    allowed.some((each) => each(statement));

/** What each file that is printed may hold. The runtime is not printed but copied. */
const files: Readonly<Record<string, Allowed>> = {
  "client.ts": any(
    link,
    type,
    constants(),
    passing(["createClient", "createOpenClient", "createSecuredClient"], ["elsewhere", "parts"]),
  ),
  "enums.ts": any(link, type, constants("guard", "labeller")),
  "fake.ts": any(link, passing(["fake"])),
  "index.ts": any(link, type),
  "operations.ts": any(link, constants(), passing(["call", "items", "pages", "postedItems", "postedPages"])),
  "types.ts": type,
};

/** Whether a file of code is one of those that are printed. */
export const isPrinted = (path: string): boolean => Object.hasOwn(files, path);

/** The first statement of such a file that has no business there, if there is one. */
export const intruder = (path: string, file: ts.SourceFile): ts.Statement | undefined =>
  file.statements.find((statement) => !files[path]?.(statement));
