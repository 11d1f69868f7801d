import { ts } from "ts-morph";

/** Whether a file may contain a statement. Any other statement comes from a document that should have been rejected. */
type Allows = (statement: ts.Statement) => boolean;

/** An import from a file of the client, or an export of one. */
const isLocalLink: Allows = (statement) =>
  (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) &&
  statement.moduleSpecifier !== undefined &&
  ts.isStringLiteral(statement.moduleSpecifier) &&
  isClientModule(statement.moduleSpecifier.text);

const isClientModule = (specifier: string): boolean => {
  const [, path = ""] = /^\.\/(.+)\.js$/.exec(specifier) ?? [];
  return /^runtime\/[a-z-]+$/.test(path) || isGeneratedFile(`${path}.ts`);
};

const isTypeDeclaration: Allows = (statement) =>
  ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement);

const keywordLiterals: readonly ts.SyntaxKind[] = [
  ts.SyntaxKind.TrueKeyword,
  ts.SyntaxKind.FalseKeyword,
  ts.SyntaxKind.NullKeyword,
];

/** Data: literals, and arrays and objects of them, keyed by names or by members of an enum. */
function isData(node: ts.Expression): boolean {
  if (ts.isStringLiteral(node) || ts.isNumericLiteral(node) || keywordLiterals.includes(node.kind)) return true;
  if (ts.isPrefixUnaryExpression(node))
    return node.operator === ts.SyntaxKind.MinusToken && ts.isNumericLiteral(node.operand);
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(isData);
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return isData(node.expression);
  return ts.isObjectLiteralExpression(node) && node.properties.every(isDataProperty);
}

const isDataProperty = (property: ts.ObjectLiteralElementLike): boolean =>
  ts.isPropertyAssignment(property) && isDataKey(property.name) && isData(property.initializer);

const isDataKey = (name: ts.PropertyName): boolean =>
  !ts.isComputedPropertyName(name) || ts.isStringLiteral(name.expression) || isEnumMember(name.expression);

const isEnumMember = (node: ts.Expression): boolean =>
  ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression);

/** Whether a node calls one of the functions with names, data, and results of the `inner` functions. */
const isCallOf = (
  node: ts.Expression | undefined,
  functions: readonly string[],
  inner: readonly string[] = [],
): boolean =>
  node !== undefined &&
  ts.isCallExpression(node) &&
  ts.isIdentifier(node.expression) &&
  functions.includes(node.expression.text) &&
  node.arguments.every(
    (argument) =>
      ts.isIdentifier(argument) || isEnumMember(argument) || isData(argument) || isCallOf(argument, inner, inner),
  );

/** Constants that are data, or that one of the functions creates from data. */
const isConstant =
  (...functions: string[]): Allows =>
  (statement) =>
    ts.isVariableStatement(statement) &&
    (statement.declarationList.flags & ts.NodeFlags.BlockScoped) === ts.NodeFlags.Const &&
    statement.declarationList.declarations.every(
      ({ name, initializer }) =>
        ts.isIdentifier(name) && initializer !== undefined && (isData(initializer) || isCallOf(initializer, functions)),
    );

/** A function whose only statement returns what one of the functions returns. */
const isDelegatingFunction =
  (functions: readonly string[], inner: readonly string[] = []): Allows =>
  (statement) => {
    if (!ts.isFunctionDeclaration(statement) || statement.body?.statements.length !== 1) return false;
    const [only] = statement.body.statements;
    return (
      only !== undefined &&
      ts.isReturnStatement(only) &&
      isCallOf(only.expression, functions, inner) &&
      statement.parameters.every(({ initializer, name }) => initializer === undefined && ts.isIdentifier(name))
    );
  };

const anyOf =
  (...allowed: Allows[]): Allows =>
  (statement) =>
    allowed.some((each) => each(statement));

/** The statements that each printed file may contain. Runtime files are copied, not printed. */
const allowedByFile: Readonly<Record<string, Allows>> = {
  "client.ts": anyOf(
    isLocalLink,
    isTypeDeclaration,
    isConstant(),
    isDelegatingFunction(
      ["createClient", "createUnauthenticatedClient", "createSecuredClient"],
      ["operationServer", "composePlugins"],
    ),
  ),
  "enums.ts": anyOf(isLocalLink, isTypeDeclaration, isConstant("guard", "labeller")),
  "fake.ts": anyOf(isLocalLink, isDelegatingFunction(["fake"])),
  "index.ts": anyOf(isLocalLink, isTypeDeclaration),
  "operations.ts": anyOf(
    isLocalLink,
    isConstant(),
    isDelegatingFunction(["call", "items", "pages", "itemsByBodyCursor", "pagesByBodyCursor"]),
  ),
  "types.ts": isTypeDeclaration,
};

/** Whether a path is that of a printed file of code. */
export const isGeneratedFile = (path: string): boolean => Object.hasOwn(allowedByFile, path);

/** Returns the first statement that a printed file may not contain. */
export const disallowedStatement = (path: string, file: ts.SourceFile): ts.Statement | undefined =>
  file.statements.find((statement) => !allowedByFile[path]?.(statement));
