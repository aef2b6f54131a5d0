import { describe, expect, it } from '@jest/globals';
import { ROOMS, vocabularyOf } from '../../src/app.module.js';
import { declaredEvents } from '../support/shapes/declared-events.js';
import { changedShapes, keptShapes, printed, withDeclared } from '../support/shapes/kept-shapes.js';
import { type Shape, type Shapes, unreadable } from '../support/shapes/shape.js';

describe('the version of an event', () => {
  it('is bound to its shape (npm run shapes)', () => {
    expect(changedShapes(declaredEvents(), keptShapes()).map(({ event, what }) => `${event}: ${what}`)).toEqual([]);
  });

  it('says what happened, in a sentence before its type', () => {
    const unsaid = declaredEvents().filter(({ meaning }) => !/^[^`\s].*\.$/.test(meaning));
    expect(unsaid.map(({ type, meaning }) => `${type}: ${meaning}`)).toEqual([]);
  });

  it('is the newest that its room brings, for every event there is', () => {
    const declared = Object.fromEntries(declaredEvents().map(({ type, v }) => [type, v]));
    const recorded = Object.fromEntries(Object.keys(declared).map((type) => [type, vocabularyOf(ROOMS).versions[type]]));
    expect(declared).toEqual(recorded);
    expect(Object.keys(vocabularyOf(ROOMS).versions).filter((type) => !(type in declared))).toEqual([]);
  });
});

const stored: Shape = { actionId: 'string', officers: ['string'], 'due?': { words: 'string' }, kind: "'cited' | 'decision'" };

describe('a stored shape', () => {
  const problems = (change: object): readonly string[] => unreadable(stored, { ...stored, ...change });
  const without = (name: string, more: object = {}): Shape => ({
    ...Object.fromEntries(Object.entries(stored).filter(([key]) => key !== name)),
    ...more,
  });

  it('is read by one with a field more that may be absent, at any depth, and by one with a choice more', () => {
    expect(problems({ 'urgent?': 'string' })).toEqual([]);
    expect(problems({ 'due?': { words: 'string', 'latest?': 'string' } })).toEqual([]);
    expect(problems({ kind: "'cited' | 'decision' | 'motion'" })).toEqual([]);
    expect(problems({ officers: { '|': [['string'], 'string'] } })).toEqual([]);
  });

  it('is not read by one with a field more that is required, nor by one where a field is required now', () => {
    expect(problems({ urgent: 'string' })).toEqual(['urgent is required and is in no event stored before']);
    expect(unreadable(stored, without('due?', { due: { words: 'string' } }))).toEqual([
      'due is required and may be absent in events stored before',
    ]);
  });

  it('is not read by one without a field of it, nor by one where a field is something else', () => {
    expect(unreadable(stored, without('actionId'))).toEqual(['actionId was taken out']);
    expect(problems({ actionId: 'number' })).toEqual(['actionId was string and is number']);
    expect(problems({ officers: ['number'] })).toEqual(['officers[] was string and is number']);
    expect(problems({ officers: 'string' })).toEqual(['officers was ["string"] and is "string"']);
    expect(problems({ kind: "'cited'" })).toEqual(["kind was 'cited' | 'decision' and is 'cited'"]);
  });

  it('of an earlier version stays as it is when the newest is kept, and is never replaced by one that does not read it', () => {
    const [event] = declaredEvents();
    const kept: Shapes = { [event!.type]: { '0': { gone: 'string' }, [event!.v]: { another: 'string' } } };
    expect(withDeclared([event!], kept)[event!.type]).toMatchObject({ '0': { gone: 'string' } });
    expect(changedShapes([event!], kept)).toMatchObject([{ acceptable: false }]);
  });

  it('is printed as it is kept', () =>
    expect(printed({ A: { '1': { 'b?': ['string'] } } })).toBe('{\n  "A": {\n    "1": {\n      "b?": ["string"]\n    }\n  }\n}\n'));
});
