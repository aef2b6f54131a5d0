import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** What a value is, as the compiler sees its type. */
export type Declared =
  | { readonly is: 'plain'; readonly text: string }
  | { readonly is: 'list'; readonly of: Declared }
  | { readonly is: 'by-key'; readonly of: Declared }
  | { readonly is: 'either'; readonly of: readonly Declared[] }
  | { readonly is: 'fields'; readonly fields: readonly DeclaredField[] };

export interface DeclaredField {
  readonly name: string;
  readonly optional: boolean;
  /** The comment at its declaration. */
  readonly meaning: string;
  readonly type: Declared;
}

export interface DeclaredEvent {
  readonly type: string;
  readonly v: number;
  /** The comment before it in the union of its stream's events. */
  readonly meaning: string;
  readonly data: Declared;
}

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));

let declared: readonly DeclaredEvent[] | undefined;

/** Every event type that a `*.events.ts` of the sources declares, in alphabetical order. Takes the compiler a few seconds, once. */
export const declaredEvents = (): readonly DeclaredEvent[] =>
  (declared ??= eventsIn(
    readdirSync(join(PROJECT, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.events.ts'))
      .map((path) => join(PROJECT, 'src', path))
      .sort(),
  ));

/** The events that some files declare. */
export function eventsIn(files: readonly string[]): readonly DeclaredEvent[] {
  const { config } = ts.readConfigFile(join(PROJECT, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as { readonly config: object };
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [...files], include: [] }, ts.sys, PROJECT);
  const program = ts.createProgram({ rootNames: files, options: { ...options, noEmit: true } });
  const reading = new Reading(program.getTypeChecker());
  const events = new Map<string, DeclaredEvent>();
  for (const file of files)
    for (const event of reading.eventsOf(program.getSourceFile(file)!)) {
      const key = `${event.type} ${event.v}`;
      // A union that only takes it over from another file says nothing of it.
      events.set(key, event.meaning === '' ? (events.get(key) ?? event) : event);
    }
  return [...events.values()].sort((a, b) => (a.type < b.type ? -1 : 1));
}

class Reading {
  /** Types within which another is being read: one that holds itself is named instead of read again. */
  private readonly within: ts.Type[] = [];

  constructor(private readonly checker: ts.TypeChecker) {}

  eventsOf(file: ts.SourceFile): readonly DeclaredEvent[] {
    const meanings = commentsOfEvents(file);
    return file.statements.filter(ts.isTypeAliasDeclaration).flatMap((alias) => {
      if (alias.typeParameters) return [];
      const type = this.checker.getTypeAtLocation(alias.name);
      return (type.isUnion() ? type.types : [type]).flatMap((one) => this.event(one, meanings, alias));
    });
  }

  private event(type: ts.Type, meanings: ReadonlyMap<string, string>, at: ts.Node): readonly DeclaredEvent[] {
    const of = (name: string): ts.Type | undefined => {
      const property = type.getProperty(name);
      return property && this.checker.getTypeOfSymbolAtLocation(property, at);
    };
    const [name, v, data] = [of('type'), of('v'), of('data')];
    if (!name?.isStringLiteral() || !v?.isNumberLiteral() || !data) return [];
    return [{ type: name.value, v: v.value, meaning: meanings.get(name.value) ?? '', data: this.read(data, at) }];
  }

  private read(type: ts.Type, at: ts.Node): Declared {
    if (this.within.includes(type)) return plain(type.aliasSymbol?.name ?? type.symbol.name);
    this.within.push(type);
    try {
      return this.readNew(type, at);
    } finally {
      this.within.pop();
    }
  }

  private readNew(type: ts.Type, at: ts.Node): Declared {
    if (type.flags & ts.TypeFlags.Boolean) return plain('boolean');
    if (type.isUnion()) return this.either(type.types, at);
    if (type.isIntersection() && type.types.some((one) => one.flags & ts.TypeFlags.String)) return plain('string');
    if (this.checker.isArrayType(type))
      return { is: 'list', of: this.read(this.checker.getTypeArguments(type as ts.TypeReference)[0]!, at) };
    if (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection) && !this.checker.isTupleType(type)) {
      const [index] = this.checker.getIndexInfosOfType(type);
      if (index) return { is: 'by-key', of: this.read(index.type, at) };
      return { is: 'fields', fields: this.checker.getPropertiesOfType(type).map((one) => this.field(one, at)) };
    }
    return plain(this.checker.typeToString(type).replace(/^"(.*)"$/, "'$1'"));
  }

  private field(property: ts.Symbol, at: ts.Node): DeclaredField {
    return {
      name: property.name,
      optional: (property.flags & ts.SymbolFlags.Optional) !== 0,
      meaning: ts.displayPartsToString(property.getDocumentationComment(this.checker)).replaceAll(/\s+/g, ' ').trim(),
      type: this.read(this.checker.getTypeOfSymbolAtLocation(property, at), at),
    };
  }

  /** Plain alternatives are one text, in alphabetical order; `undefined` is said by the field that may be absent. */
  private either(types: readonly ts.Type[], at: ts.Node): Declared {
    const read = types.filter((one) => !(one.flags & ts.TypeFlags.Undefined)).map((one) => this.read(one, at));
    const texts = new Set(read.flatMap((one) => (one.is === 'plain' ? [one.text] : [])));
    if (texts.has('true') && texts.has('false')) {
      texts.delete('true');
      texts.delete('false');
      texts.add('boolean');
    }
    const others = read.filter(({ is }) => is !== 'plain');
    const alternatives = [...others, ...(texts.size > 0 ? [plain([...texts].sort().join(' | '))] : [])];
    return alternatives.length === 1 ? alternatives[0]! : { is: 'either', of: alternatives };
  }
}

const plain = (text: string): Declared => ({ is: 'plain', text });

/** The types by which events are declared, each with the name of the event first. */
const DECLARE = ['DomainEvent', 'OfBody'];

/** The comment that stands before each `DomainEvent<'Type', ...>` of a file, or what is short for one. */
function commentsOfEvents(file: ts.SourceFile): ReadonlyMap<string, string> {
  const comments = new Map<string, string>();
  const visit = (node: ts.Node, before: number): void => {
    if (ts.isTypeReferenceNode(node) && DECLARE.includes(node.typeName.getText(file))) {
      const [name] = node.typeArguments ?? [];
      const comment = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*\|?\s*$/.exec(file.text.slice(before, node.getStart(file)))?.[1];
      if (name && ts.isLiteralTypeNode(name) && ts.isStringLiteral(name.literal) && comment !== undefined)
        comments.set(name.literal.text, comment.replaceAll(/\s*\n\s*\*?\s*/g, ' ').trim());
      return;
    }
    let end = node.getFullStart();
    ts.forEachChild(node, (child) => {
      visit(child, Math.max(end, before));
      end = child.end;
    });
  };
  visit(file, 0);
  return comments;
}
