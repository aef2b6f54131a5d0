import { describe, expect, it } from '@jest/globals';
import { type DomainEvent } from '../kernel/event.js';
import { projection } from '../kernel/projection.js';
import { RowCodec } from './row-codec.js';

interface Row {
  readonly id: string;
  readonly note: string | null;
  readonly record: unknown;
}

const codec = new RowCodec(
  projection<Row, DomainEvent>({
    name: 'kept',
    version: 1,
    columns: { id: { type: 'text' }, note: { type: 'text', nullable: true }, record: { type: 'json' } },
    primaryKey: 'id',
    indexes: [],
    key: () => '',
    on: {},
  }),
);
const through = (row: Record<string, unknown>): unknown => {
  const encoded = codec.encode(codec.complete(row, 'a'));
  return codec.decode(Object.fromEntries(codec.columns.map(({ column }, index) => [column, encoded[index]])));
};

describe('a row', () => {
  const row = {
    id: 'a',
    note: undefined,
    record: { organisation: undefined, officers: ['x', undefined], due: { by: 'June', on: undefined } },
  };

  it('is the same to the next reducer whether or not it was stored between, to the order of its fields', () => {
    const kept = codec.complete(row, 'a');
    expect(JSON.stringify(kept)).toBe(JSON.stringify(through(row)));
    expect(Object.keys(kept.record as object)).toEqual(['officers', 'due']);
    const next = (record: unknown) => JSON.stringify({ ...(record as object), organisation: 'NHS' });
    expect(next(kept.record)).toBe(next((through(row) as Row).record));
  });

  it('is not copied where nothing of it is missing', () => {
    const whole = { id: 'a', note: null, record: { due: { by: 'June' } } };
    expect(codec.complete(whole, 'a')).toBe(whole);
  });
});
