import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fieldsOf } from './forms.js';

describe('the fields of a form', () => {
  it('nest by dots and numbers', () =>
    expect(
      fieldsOf([
        ['person.personId', 's-bell'],
        ['person.name', 'Councillor S. Bell'],
        ['parts.1.text', 'b'],
        ['parts.0.text', 'a'],
      ]),
    ).toEqual({
      person: { personId: 's-bell', name: 'Councillor S. Bell' },
      parts: [{ text: 'a' }, { text: 'b' }],
    }));

  it('leave out what is empty, and what is the page’s own', () =>
    expect(
      fieldsOf([
        ['reason', ''],
        ['_csrf', 'x'],
        ['_revision', '3'],
      ]),
    ).toEqual({}));

  it('make a list of a name sent twice', () =>
    expect(
      fieldsOf([
        ['officers', 'A'],
        ['officers', 'B'],
      ]),
    ).toEqual({ officers: ['A', 'B'] }));

  it('are what their names say they are', () =>
    expect(
      fieldsOf([
        ['exempt:flag', 'on'],
        ['minutes:number', '15'],
        ['page:number', 'x'],
        ['officers:lines', ' A \r\n\r\nB '],
      ]),
    ).toEqual({
      exempt: true,
      minutes: 15,
      page: 'x',
      officers: ['A', 'B'],
    }));

  it('keep the lines of what was typed', () => expect(fieldsOf([['text', 'one\r\ntwo']])).toEqual({ text: 'one\ntwo' }));

  it('reach no object but their own, whatever the names', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.oneof(fc.string(), fc.constantFrom('__proto__.a', 'constructor.prototype.a', 'a.__proto__.b')), fc.string())),
        (pairs) => {
          fieldsOf(pairs);
          expect(({} as { a?: unknown }).a).toBeUndefined();
          expect(({} as { b?: unknown }).b).toBeUndefined();
        },
      ),
    ));
});
