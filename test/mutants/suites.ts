import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import ts from 'typescript';

/** A suite that opens a database or the application would be run once for every mutant: those are left to the other tests. */
const OPENS_MORE = /^(better-sqlite3|@nestjs\/(testing|platform-fastify)|node:child_process)$/;

/** What a suite imports when it runs, to the last file; packages by their names. */
export function reached(file: string): ReadonlySet<string> {
  const seen = new Set([file]);
  const waiting = [file];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const specifier of importsOf(next)) {
      const path = specifier.startsWith('.') ? resolve(dirname(next), specifier.replace(/\.js$/, '.ts')) : specifier;
      if (seen.has(path)) continue;
      seen.add(path);
      if (path.endsWith('.ts') && existsSync(path)) waiting.push(path);
    }
  }
  return seen;
}

const known = new Map<string, readonly string[]>();

function importsOf(file: string): readonly string[] {
  const found = known.get(file);
  if (found) return found;
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const imports = source.statements.filter(
    (statement) =>
      (ts.isImportDeclaration(statement) && !onlyTypes(statement)) || (ts.isExportDeclaration(statement) && !statement.isTypeOnly),
  );
  const specifiers = imports.flatMap((statement) => {
    const { moduleSpecifier } = statement as ts.ImportDeclaration;
    return (moduleSpecifier as ts.Expression | undefined) && ts.isStringLiteral(moduleSpecifier) ? [moduleSpecifier.text] : [];
  });
  known.set(file, specifiers);
  return specifiers;
}

function onlyTypes({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false;
  const { namedBindings, name } = importClause;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  return !name && !!namedBindings && ts.isNamedImports(namedBindings) && namedBindings.elements.every((element) => element.isTypeOnly);
}

/** The suites that may kill a mutant of these files: those of their own slice, and the laws that speak of it themselves. */
export function suitesFor(root: string, files: readonly string[], slice: string, laws: string): readonly string[] {
  const paths = files.map((file) => resolve(root, file));
  const own = globSync(`${slice}/**/*.spec.ts`, { cwd: root });
  const spokenOf = `${slice.replace(/^src/, '')}/`;
  const ofIt = globSync(`${laws}/*.property.ts`, { cwd: root }).filter((law) =>
    importsOf(resolve(root, law)).some((specifier) => specifier.includes(spokenOf)),
  );
  return [...own, ...ofIt].sort().filter((suite) => {
    const all = reached(resolve(root, suite));
    return paths.some((path) => all.has(path)) && ![...all].some((one) => OPENS_MORE.test(one));
  });
}
