import ts from 'typescript';

/** One small change of a source: what stands from `start` to `end` becomes `becomes`. */
export interface Mutant {
  readonly id: number;
  readonly file: string;
  readonly line: number;
  /** The top-level declaration it stands in. */
  readonly within: string;
  /** What stands there, in one line. */
  readonly was: string;
  readonly becomes: string;
}

/** How a place is rewritten so that the mutants of it can be switched: see `switched.ts`. */
export type Place =
  | { readonly kind: 'expression'; readonly start: number; readonly end: number; readonly instead: readonly Alternative[] }
  | {
      readonly kind: 'method';
      readonly start: number;
      readonly end: number;
      readonly name: string;
      readonly instead: readonly Alternative[];
    }
  | {
      readonly kind: 'shorthand';
      readonly start: number;
      readonly end: number;
      readonly name: string;
      readonly instead: readonly Alternative[];
    }
  | { readonly kind: 'statement'; readonly start: number; readonly end: number; readonly instead: readonly Alternative[] }
  | { readonly kind: 'entrance'; readonly start: number; readonly end: number; readonly instead: readonly Alternative[] };

export interface Alternative {
  readonly id: number;
  readonly code: string;
}

export interface Found {
  readonly mutants: readonly Mutant[];
  readonly places: readonly Place[];
}

const COMPARISONS: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
};
const SUMS: Readonly<Record<string, string>> = { '+': '-', '-': '+', '*': '/', '/': '*', '%': '*', '+=': '-=', '-=': '+=' };
const METHODS: Readonly<Record<string, string>> = {
  some: 'every',
  every: 'some',
  find: 'findLast',
  findLast: 'find',
  findIndex: 'findLastIndex',
  indexOf: 'lastIndexOf',
  floor: 'ceil',
  ceil: 'floor',
  min: 'max',
  max: 'min',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  sort: 'slice',
  toSorted: 'slice',
  reverse: 'slice',
  toReversed: 'slice',
  trim: 'toString',
  toLowerCase: 'toString',
  toUpperCase: 'toString',
};

/**
 * Every place of a source where a rule may be wrong by one step. Not changed: types, imports, the stored version of an event, and the
 * `detail` of a refusal, which tells a person about it and decides nothing.
 */
export function findMutants(file: string, text: string, firstId = 0): Found {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const mutants: Mutant[] = [];
  const places = new Map<string, Place>();
  const of = (node: ts.Node) => node.getText(source);
  const shown = (code: string) => code.replace(/\s+/g, ' ').trim();

  const add = (node: ts.Node, place: Place, was: string, becomes: string, code: string): void => {
    const id = firstId + mutants.length;
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    mutants.push({ id, file, line: line + 1, within: topLevelName(node, source), was: shown(was), becomes: shown(becomes) });
    const key = `${place.kind}:${place.start}:${place.end}`;
    const there = places.get(key) ?? place;
    places.set(key, { ...there, instead: [...there.instead, { id, code }] });
  };
  /** A literal says little by itself: it is shown in what it is part of. */
  const around = (node: ts.Node, code: string): readonly [string, string] => {
    const { parent } = node;
    if (!isLiteral(node) || parent.getText(source).includes('\n')) return [of(node), code];
    const from = node.getStart(source) - parent.getStart(source);
    return [of(parent), of(parent).slice(0, from) + code + of(parent).slice(from + of(node).length)];
  };
  const instead = (node: ts.Expression, code: string, [was, becomes] = around(node, code)) =>
    add(node, { kind: 'expression', start: node.getStart(source), end: node.end, instead: [] }, was, becomes, code);
  const condition = (node: ts.Expression) => {
    for (const value of isOptionalPart(node) ? ['true'] : ['true', 'false']) if (of(node) !== value) instead(node, value);
  };

  const binary = (node: ts.BinaryExpression): void => {
    const [left, operator, right] = [of(node.left), of(node.operatorToken), of(node.right)];
    const decides = isCondition(node);
    for (const other of COMPARISONS[operator] ?? []) {
      // Of a whole condition, "always" and "never" are asked already, which is more than its opposite.
      if (operator.length === 3 && decides) continue;
      instead(node, `${left} ${other} ${right}`);
    }
    if (['&&', '||', '??'].includes(operator)) {
      instead(node, left);
      if (!isOptionalSpread(node) && !guardsComparison(node)) instead(node, right);
    }
    const other = SUMS[operator];
    if (other !== undefined && ![node.left, node.right].some(isText)) instead(node, `${left} ${other} ${right}`);
  };

  const call = (node: ts.CallExpression): void => {
    if (!ts.isPropertyAccessExpression(node.expression)) return;
    const { expression, name, questionDotToken } = node.expression;
    const other = METHODS[name.text];
    if (other !== undefined && !(name.text.startsWith('find') && isById(node))) {
      const place: Place = {
        kind: 'method',
        start: expression.end,
        end: name.end,
        name: `${questionDotToken ? '?.' : ''}${name.text}`,
        instead: [],
      };
      add(name, place, `${of(expression)}.${name.text}(…)`, `.${other}(…)`, other);
    }
    const [predicate] = node.arguments;
    if (predicate && name.text === 'filter') instead(predicate, '() => true');
  };

  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isDecorator(node) || ts.isEnumDeclaration(node)) return;
    if (ts.isPropertyAssignment(node) && ['v', 'version', 'detail'].includes(of(node.name))) return;
    if ((ts.isShorthandPropertyAssignment(node) || ts.isVariableDeclaration(node)) && of(node.name) === 'detail') return;

    if (ts.isBinaryExpression(node)) binary(node);
    else if (ts.isCallExpression(node)) call(node);
    else if (ts.isConditionalExpression(node) || ts.isIfStatement(node) || ts.isWhileStatement(node))
      condition(ts.isConditionalExpression(node) ? node.condition : node.expression);
    else if (node.kind === ts.SyntaxKind.TrueKeyword) instead(node as ts.Expression, 'false');
    else if (node.kind === ts.SyntaxKind.FalseKeyword) instead(node as ts.Expression, 'true');
    else if (ts.isPrefixUnaryExpression(node)) {
      if (node.operator === ts.SyntaxKind.ExclamationToken && !isCondition(node)) instead(node, of(node.operand));
      if (node.operator === ts.SyntaxKind.MinusToken) instead(node, of(node.operand));
    } else if (ts.isNumericLiteral(node) && !isNegated(node) && !isName(node)) instead(node, String(Number(node.text) + 1));
    else if (ts.isRegularExpressionLiteral(node)) {
      for (const code of unanchored(node.text)) instead(node, code);
    } else if (ts.isSpreadAssignment(node)) instead(node.expression, '{}', [of(node), 'nothing']);
    else if (ts.isSpreadElement(node)) instead(node.expression, '[]', [of(node), 'nothing']);
    else if (ts.isExpressionStatement(node))
      add(node, { kind: 'statement', start: node.getStart(source), end: node.end, instead: [] }, of(node), 'nothing', '');
    else if (ts.isCaseClause(node) && node.statements.length > 0) {
      const at = node.statements[0]!.getStart(source);
      add(node, { kind: 'entrance', start: at, end: at, instead: [] }, `case ${of(node.expression)}: …`, 'nothing', 'break;');
    } else if (isPartOfEventData(node)) {
      const was = `${of(node.name)} of an event`;
      if (ts.isShorthandPropertyAssignment(node))
        add(
          node,
          { kind: 'shorthand', start: node.getStart(source), end: node.end, name: of(node.name), instead: [] },
          was,
          'nothing',
          'undefined',
        );
      else instead(node.initializer, 'undefined', [was, 'nothing']);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { mutants, places: [...places.values()] };
}

/** `data: { … }` beside a `type`: what a person said, as the event keeps it. */
function isPartOfEventData(node: ts.Node): node is ts.PropertyAssignment | ts.ShorthandPropertyAssignment {
  if (!ts.isPropertyAssignment(node) && !ts.isShorthandPropertyAssignment(node)) return false;
  // `data: { … }` or `data: given({ … })`.
  const data = ts.isCallExpression(node.parent.parent) ? node.parent.parent.parent : node.parent.parent;
  if (!ts.isPropertyAssignment(data) || data.name.getText() !== 'data') return false;
  return data.parent.properties.some((one) => one.name?.getText() === 'type');
}

const isCondition = (node: ts.Expression): boolean => {
  const { parent } = node;
  return (ts.isIfStatement(parent) && parent.expression === node) || (ts.isConditionalExpression(parent) && parent.condition === node);
};

/** `x === undefined ? {} : { x }`: in what is stored, a part that is absent and one that is undefined are the same. */
const isOptionalPart = (node: ts.Expression): boolean =>
  ts.isBinaryExpression(node) &&
  node.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken &&
  node.right.getText() === 'undefined' &&
  ts.isConditionalExpression(node.parent) &&
  node.parent.condition === node &&
  node.parent.whenTrue.getText() === '{}';

/** What `x !== undefined && …` asks about. */
const saidIn = ({ operatorToken, left }: ts.BinaryExpression): string | undefined =>
  operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken && / !== undefined$/.test(left.getText())
    ? left.getText().replace(/ !== undefined$/, '')
    : undefined;

/** `...(x !== undefined && { x })`: as above, absent and undefined are stored alike. */
const isOptionalSpread = (node: ts.BinaryExpression): boolean =>
  saidIn(node) !== undefined &&
  ts.isParenthesizedExpression(node.parent) &&
  ts.isSpreadAssignment(node.parent.parent) &&
  ts.isObjectLiteralExpression(node.right) &&
  node.right.properties.length === 1;

/** `x !== undefined && x < y`: what is undefined is less or more than nothing. */
const guardsComparison = (node: ts.BinaryExpression): boolean =>
  ts.isBinaryExpression(node.right) &&
  /^[<>]=?$/.test(node.right.operatorToken.getText()) &&
  [node.right.left, node.right.right].some((side) => side.getText() === saidIn(node));

/** `find((one) => one.memberId === memberId)`: one alone has the id, so that the first is the last. */
const isById = ({ arguments: [predicate] }: ts.CallExpression): boolean =>
  !!predicate &&
  ts.isArrowFunction(predicate) &&
  predicate.body
    .getText()
    .split(/\s+&&\s+/)
    .every((part) => /^(\w+\??\.)*\w*(Id|id) === (\w+[?!]?\.)*\w*(Id|id)$/.test(part));

const isLiteral = (node: ts.Node): boolean =>
  ts.isNumericLiteral(node) || node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword;

const isNegated = (node: ts.Node) => ts.isPrefixUnaryExpression(node.parent);

const isName = (node: ts.Node) => ts.isPropertyAssignment(node.parent) && node.parent.name === node;

const isText = (node: ts.Expression): boolean =>
  ts.isStringLiteral(node) ||
  ts.isTemplateExpression(node) ||
  ts.isNoSubstitutionTemplateLiteral(node) ||
  (ts.isBinaryExpression(node) && [node.left, node.right].some(isText));

/** The pattern without its `^`, and without its `$`. */
function unanchored(literal: string): string[] {
  const end = literal.lastIndexOf('/');
  const [pattern, flags] = [literal.slice(1, end), literal.slice(end)];
  const without: string[] = [];
  if (pattern.startsWith('^')) without.push(`/${pattern.slice(1)}${flags}`);
  if (pattern.endsWith('$') && !pattern.endsWith('\\$')) without.push(`/${pattern.slice(0, -1)}${flags}`);
  return without;
}

function topLevelName(node: ts.Node, source: ts.SourceFile): string {
  let top = node;
  while (top.parent !== source) top = top.parent;
  if (ts.isVariableStatement(top)) return top.declarationList.declarations[0]!.name.getText(source);
  return (top as ts.FunctionDeclaration).name?.getText(source) ?? '';
}
