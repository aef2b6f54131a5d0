import { describe, expect, it } from '@jest/globals';
import { type Position } from '../../kernel/event.js';
import { NO_DIGEST } from '../proof.js';
import { type End, type KnownAt, placed, type QueuedAppend } from './placing.js';

const append = (expected: QueuedAppend['expected'], ids: string, isUnfounded = false): QueuedAppend => ({
  stream: 's',
  expected,
  events: [...ids].map((id) => ({ id, type: 'ParagraphMinuted', v: 1, rest: '{"data":{}}' })),
  isUnfounded,
});
const at = (revision: number, part: number, parts: number): KnownAt => ({
  stream: 's',
  revision,
  part,
  parts,
  position: `p${revision}` as Position,
});
const end = (last: number, known: Record<string, KnownAt> = {}): End => ({
  last,
  digest: NO_DIGEST,
  known: new Map(Object.entries(known)),
});

describe('appends that wait for one write', () => {
  it('stand one behind the other, each seeing those before it, in one chain', () => {
    const { places, sent, last, digest, clashed } = placed([append('none', 'ab'), append(1, 'c'), append('any', 'd')], end(-1));
    expect(places).toEqual([
      { kind: 'placed', first: 0, revision: 1 },
      { kind: 'placed', first: 2, revision: 2 },
      { kind: 'placed', first: 3, revision: 3 },
    ]);
    expect([last, clashed]).toEqual([3, false]);
    const proofs = sent.map(
      ({ metadata }) => JSON.parse(new TextDecoder().decode(metadata as Uint8Array)) as { before: string; digest: string },
    );
    expect(proofs.map(({ before }) => before)).toEqual([NO_DIGEST, ...proofs.slice(0, -1).map((proof) => proof.digest)]);
    expect(proofs.at(-1)?.digest).toBe(digest);
  });

  it('clash where the stream is elsewhere, or where what they rest on was not stored, whatever revision it has', () => {
    const { places, clashed } = placed([append('none', 'a'), append(7, 'b'), append(4, 'c', true), append(4, 'd')], end(4));
    expect(places).toEqual([
      ...Array.from({ length: 3 }, () => ({ kind: 'answered', answer: { accepted: false, actual: 4 } })),
      { kind: 'placed', first: 5, revision: 5 },
    ]);
    expect(clashed).toBe(true);
  });

  it('are found again in the stream and in the same write, before anything else is asked', () => {
    const known = { a: at(0, 0, 2), b: at(1, 1, 2) };
    const { places, sent } = placed([append(9, 'ab', true), append(1, 'c'), append('none', 'c')], end(1, known));
    expect(places).toEqual([
      { kind: 'stored', known: known.b },
      { kind: 'placed', first: 2, revision: 2 },
      { kind: 'placed', first: 2, revision: 2 },
    ]);
    expect(sent).toHaveLength(1);
  });

  it.each(['a', 'ba', 'abc', 'ca'])('of known ids %s that are not the append that was made are misuse', (ids) => {
    const { places } = placed([append('any', ids)], end(1, { a: at(0, 0, 2), b: at(1, 1, 2) }));
    expect(places).toEqual([{ kind: 'answered', answer: expect.objectContaining({ code: 'store.misuse' }) as unknown }]);
  });
});
