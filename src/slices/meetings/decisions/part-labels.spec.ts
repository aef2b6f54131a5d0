import { describe, expect, it } from '@jest/globals';
import { labelBefore, labelOf, type Numbering, placeOf } from './part-labels.js';

describe('the place of a label', () => {
  it.each<[string, Numbering, number | null]>([
    ['a', 'letters', 1],
    ['z', 'letters', 26],
    ['bb', 'letters', 28],
    ['B', 'letters', 2],
    ['ab', 'letters', null],
    ['aab', 'letters', null],
    ['baa', 'letters', null],
    ['Bb', 'letters', null],
    ['1', 'letters', null],
    ['12', 'digits', 12],
    ['1a', 'digits', null],
    ['a1', 'digits', null],
    ['iv', 'roman', 4],
    ['IV', 'roman', 4],
    ['Iv', 'roman', null],
    ['iiii', 'roman', null],
    ['', 'bullets', 1],
    ['a', 'bullets', null],
  ])('%j among %s is %s', (letter, numbering, place) => expect(placeOf(letter, numbering)).toBe(place));

  it.each<[string, Numbering, string | null]>([
    ['b', 'letters', 'a'],
    ['C', 'letters', 'B'],
    ['bb', 'letters', 'aa'],
    ['a', 'letters', null],
    ['2', 'digits', '1'],
    ['1', 'digits', null],
    ['ii', 'roman', 'i'],
    ['V', 'roman', 'IV'],
    ['i', 'roman', null],
    ['x', 'digits', null],
    ['', 'bullets', null],
  ])('%j among %s has before it %j', (letter, numbering, before) => expect(labelBefore(letter, numbering)).toBe(before));
});

describe('the label of a line', () => {
  it.each([
    ['(a) one', { letter: 'a', style: '()', rest: 'one' }],
    ['a) one', { letter: 'a', style: ')', rest: 'one' }],
    ['a. one', { letter: 'a', style: '.', rest: 'one' }],
    ['• one', { letter: '', style: '•', rest: 'one' }],
    ['•  ', { letter: '', style: '•', rest: '' }],
    ['⒝ two', { letter: 'b', style: '()', rest: 'two' }],
    ['• ⒝ two', { letter: 'b', style: '()', rest: 'two' }],
    ['one ⒝ two', null],
    ['(ab) one', null],
    ['- (ab) one', { letter: '', style: '•', rest: '(ab) one' }],
    ['one', null],
  ])('%j is %j', (line, label) => expect(labelOf(line)).toEqual(label));
});
