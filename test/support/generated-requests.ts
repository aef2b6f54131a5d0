import fc from 'fast-check';
import { mangled, mixed, replaced, toText, without, withMore } from './broken-json.js';
import { NASTY_HEADERS, NASTY_PATHS, NASTY_QUERIES, NASTY_TEXTS, NASTY_TOKENS, NASTY_VALUES, UNKNOWN_NAMES } from './nasty.js';

/** What is sent: ready for `inject`, and to be written down as it is when it finds something. */
export interface GeneratedRequest {
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: string | Buffer;
}

export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly example?: unknown;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema?: Schema;
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content: Readonly<
      Record<string, { readonly schema: Schema; readonly examples?: Readonly<Record<string, { readonly value: unknown }>> }>
    >;
  };
}

export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export interface Surroundings {
  /** `Authorization` of those who may, of those who may not, and of nobody. */
  readonly tokens: readonly string[];
  /** Ids that stand in the record, by the name of the field or parameter. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
  readonly position: string;
}

const WORDS = [
  'AGREED the report.',
  'NOTED that:\n(a) one; and\n(b) two.',
  'next meeting',
  'June 2016',
  'in Autumn 2016',
  'Paragraph.',
  'The meeting was inquorate.',
  '6.1',
  '1',
  '2',
  '3.2',
  'a',
  'Ward 5',
  'Élan & Søn <b>',
  'x',
];

const SLUGLIKE = '^[a-z0-9]';

/** Generates requests to every operation a document describes, save those left out. */
export class Generator {
  private readonly operations: readonly { readonly path: string; readonly method: string; readonly operation: Operation }[];

  constructor(
    private readonly document: OpenApi,
    private readonly around: Surroundings,
    leftOut: (operationId: string) => boolean,
  ) {
    this.operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, operation]) =>
        leftOut(operation.operationId) ? [] : [{ path, method: method.toUpperCase(), operation }],
      ),
    );
  }

  get names(): readonly string[] {
    return this.operations.map(({ operation }) => operation.operationId);
  }

  /** One request: well-meant in every part, or with something broken somewhere. `rarely` are operations that cost much. */
  request(rarely: (operationId: string) => boolean): fc.Arbitrary<GeneratedRequest> {
    const weighted = this.operations.map((one) => ({ weight: rarely(one.operation.operationId) ? 1 : 20, arbitrary: this.of(one) }));
    return fc.oneof(...weighted);
  }

  private of({
    path,
    method,
    operation,
  }: {
    readonly path: string;
    readonly method: string;
    readonly operation: Operation;
  }): fc.Arbitrary<GeneratedRequest> {
    const parameters = operation.parameters ?? [];
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
    // Mostly the ids that belong together, which are the first of their kind.
    const together = fc.constant(names.map((name) => this.idsOf(name)[0]!));
    const values = mostly(
      together,
      fc.tuple(...names.map((name) => mostly(fc.constantFrom(...this.idsOf(name)), fc.constantFrom(...NASTY_PATHS), 9))),
      3,
    );
    const query = fc.record(
      Object.fromEntries(
        parameters
          .filter((one) => one.in === 'query')
          .map(({ name, schema = {} }) => [
            name,
            mostly(
              this.value(schema, name, 0).map((value) => encodeURIComponent(shownAs(value))),
              fc.constantFrom(...NASTY_QUERIES),
              3,
            ),
          ]),
      ),
      { requiredKeys: [] },
    );
    const content = operation.requestBody?.content['application/json'];
    const example = Object.values(content?.examples ?? {})[0]?.value;
    const body = content ? this.body(content.schema, example) : fc.constant(undefined);
    return fc
      .record({ values, query, headers: this.headers(method, operation), body, strange: fc.nat(60) })
      .map(({ values, query, headers, body, strange }) => {
        const search = Object.entries(query).map(([name, value]) => `${name}=${value as string}`);
        if (strange === 0) search.push('__proto__=1', 'constructor=2', 'limit=1', 'limit=2');
        if (strange === 1) search.push('unknown=1');
        const address = names.reduce((text, name, index) => text.replace(`{${name}}`, values[index]!), path);
        const more = body === undefined ? {} : { payload: body, headers: { 'content-type': 'application/json', ...headers } };
        return {
          operation: operation.operationId,
          method,
          url: `${address}${search.length > 0 ? `?${search.join('&')}` : ''}`,
          headers,
          ...more,
        };
      });
  }

  private headers(method: string, { parameters = [] }: Operation): fc.Arbitrary<Record<string, string>> {
    const nasty = fc.constantFrom(...NASTY_HEADERS);
    const takes = (name: string): boolean => parameters.some((one) => one.in === 'header' && one.name === name);
    const revision = fc.nat(12).map((number) => `"${number}"`);
    const given: Record<string, fc.Arbitrary<string | null>> = {
      authorization: fc.oneof(
        { weight: 40, arbitrary: fc.constantFrom(...this.around.tokens) },
        { weight: 1, arbitrary: fc.constantFrom(...NASTY_TOKENS, null) },
      ),
      ...(takes('If-Match') ? { 'if-match': weighted([30, fc.constant('*')], [3, revision], [1, nasty], [1, fc.constant(null)]) } : {}),
      ...(takes('Idempotency-Key')
        ? { 'idempotency-key': weighted([30, fc.constant(null)], [4, fc.nat(400).map((key) => `key-${key}`)], [1, nasty]) }
        : {}),
      ...(method === 'GET'
        ? { 'quorate-after': weighted([20, fc.constant(null)], [2, fc.constant(this.around.position)], [1, nasty]) }
        : {}),
      ...(method === 'GET' ? { 'if-none-match': weighted([20, fc.constant(null)], [1, fc.constant('*')], [1, nasty]) } : {}),
      'x-correlation-id': weighted([30, fc.constant(null)], [1, nasty]),
      accept: weighted([30, fc.constant(null)], [1, fc.constantFrom('text/html', '*/*;q=0', 'x', 'application/xml')]),
      ...(method === 'GET'
        ? {}
        : {
            'content-type': weighted(
              [40, fc.constant(null)],
              [
                1,
                fc.constantFrom(
                  'text/plain',
                  'application/json; charset=latin1',
                  'application/JSON',
                  'multipart/form-data; boundary=x',
                  '',
                  'x',
                  'application/json;;;',
                ),
              ],
            ),
          }),
    };
    return fc
      .record(given)
      .map((all) => Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null)));
  }

  private body(schema: Schema, example: unknown): fc.Arbitrary<string | Buffer> {
    const made = this.value(schema, '', 0);
    const good =
      example === undefined
        ? made
        : fc.oneof(
            fc.constant(example),
            made,
            fc.tuple(made, fc.nat()).map(([value, pick]) => mixed(example, value, pick)),
          );
    const broken = fc.record({
      value: good,
      how: fc.nat(5),
      where: fc.nat(),
      nasty: fc.constantFrom<unknown>(...NASTY_VALUES, ...NASTY_TEXTS),
      name: fc.constantFrom(...UNKNOWN_NAMES),
    });
    return weighted(
      [30, good.map(toText)],
      [
        12,
        broken.map(({ value, how, where, nasty, name }) =>
          toText(how === 0 ? without(value, where) : how === 1 ? withMore(value, where, name, nasty) : replaced(value, where, nasty)),
        ),
      ],
      [1, fc.constantFrom<unknown>(...NASTY_VALUES).map(toText)],
      [1, fc.record({ text: good.map(toText), at: fc.nat(), how: fc.nat(6) }).map(({ text, at, how }) => mangled(text, at, how))],
    );
  }

  /** A value as the schema says, with ids that may stand in the record. */
  private value(schema: Schema, name: string, depth: number): fc.Arbitrary<unknown> {
    if (schema.$ref !== undefined) return this.value(this.document.components.schemas[schema.$ref.split('/').at(-1)!] ?? {}, name, depth);
    if (schema.enum) return fc.constantFrom(...schema.enum);
    const alternatives = schema.oneOf ?? schema.anyOf;
    if (alternatives) return depth > 6 ? fc.constant({}) : fc.oneof(...alternatives.map((one) => this.value(one, name, depth + 1)));
    if (schema.allOf)
      return fc
        .tuple(...schema.allOf.map((one) => this.value(one, name, depth)))
        .map((parts) => Object.assign({}, ...(parts as object[])) as unknown);
    switch (schema.type) {
      case 'integer':
      case 'number':
        return fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 100, (schema.minimum ?? 0) + 20) });
      case 'boolean':
        return fc.boolean();
      case 'array':
        return fc.array(this.value(schema.items ?? {}, name, depth + 1), {
          minLength: schema.minItems ?? 0,
          maxLength: Math.min(schema.maxItems ?? 3, (schema.minItems ?? 0) + 3),
        });
      case 'object':
        return this.objectOf(schema, depth);
      case 'string':
      case undefined:
      default:
        return this.text(schema, name);
    }
  }

  private objectOf({ properties = {}, required = [] }: Schema, depth: number): fc.Arbitrary<unknown> {
    if (depth > 8) return fc.constant({});
    const known = Object.entries(properties).map(([name, schema]) => [name, this.value(schema, name, depth + 1)] as const);
    return fc.record(
      Object.fromEntries(
        known.map(([name, value]) => [name, required.includes(name) ? value : weighted<unknown>([3, fc.constant(undefined)], [1, value])]),
      ),
    );
  }

  private text({ format, pattern, maxLength = 500 }: Schema, name: string): fc.Arbitrary<string> {
    if (format === 'date')
      return fc.constantFrom('2016-03-03', '2016-06-09', '2014-04-01', '2016-12-31', '1999-12-31', '2026-08-31', '2016-02-29');
    if (format === 'date-time')
      return fc.constantFrom('2016-03-03T14:00:00Z', '2016-03-03T15:10:00.000+01:00', '2014-01-01T00:00:00Z', '2016-06-09T13:00:00Z');
    const ids = this.around.ids[name];
    if (ids) return fc.constantFrom(...ids);
    if (pattern?.includes('2[0-3]')) return fc.constantFrom('14:00', '14:30', '16:15', '00:00', '23:59');
    if (pattern?.startsWith(SLUGLIKE)) return fc.constantFrom(...this.idsOf(name));
    if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern), { maxLength: 20 });
    return fc.oneof(fc.constantFrom(...WORDS), fc.string({ minLength: 1, maxLength: 20 })).map((text) => text.slice(0, maxLength));
  }

  private idsOf(name: string): readonly string[] {
    return this.around.ids[name] ?? this.around.ids.other ?? ['a'];
  }
}

const weighted = <T>(...options: readonly (readonly [number, fc.Arbitrary<T>])[]): fc.Arbitrary<T> =>
  fc.oneof(...options.map(([weight, arbitrary]) => ({ weight, arbitrary })));
const mostly = <T>(usual: fc.Arbitrary<T>, rare: fc.Arbitrary<T>, times: number): fc.Arbitrary<T> => weighted([times, usual], [1, rare]);
const shownAs = (value: unknown): string => (typeof value === 'string' ? value : String(value)).toWellFormed();
