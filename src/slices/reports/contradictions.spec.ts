import { describe, expect, it } from '@jest/globals';
import { contradictionsIn } from './contradictions.js';
import { type DirectionsBox, type EscalationBox, type Implication } from './report.events.js';

const kinds = (paper: { directions?: DirectionsBox; escalation?: EscalationBox; implications?: readonly Implication[] }): string[] =>
  contradictionsIn({ implications: [], ...paper }).map(({ kind }) => kind);
const box = (more: Partial<DirectionsBox>): { directions: DirectionsBox } => ({ directions: { to: [], appended: [], ...more } });
const eildon = [{ title: 'Eildon' }];

describe('a paper', () => {
  it('that says nothing contradicts nothing', () => expect(kinds({})).toEqual([]));

  it.each<[string[], Partial<DirectionsBox>]>([
    [[], { none: true }],
    [[], { to: ['NHS Borders'], appended: eildon }],
    [[], { words: 'A direction is required.' }],
    [['directions-none-and-to'], { none: true, to: ['NHS Borders'] }],
    [['directions-unstated'], { none: false }],
    [['direction-not-appended'], { to: ['NHS Borders'] }],
    [['direction-appended-none-required'], { none: true, appended: eildon }],
  ])('is found to say %j of directions', (found, directions) => expect(kinds(box(directions))).toEqual(found));

  it.each<[string[], EscalationBox]>([
    [[], { required: false }],
    [[], { required: true, to: 'the Council' }],
    [['escalation-to-nobody'], { required: true }],
    [['escalation-not-required'], { required: false, to: 'the Council' }],
  ])('is found to say %j of escalation', (found, escalation) => expect(kinds({ escalation })).toEqual(found));

  it.each<[string[], Implication]>([
    [[], { heading: 'Policy', ticked: true, words: 'The policy changes.' }],
    [[], { heading: 'Legal', ticked: false, words: 'There are no legal implications to agreeing this report.' }],
    [[], { heading: 'Equalities', ticked: false, words: 'No implications' }],
    [[], { heading: 'ICT', ticked: false }],
    [[], { heading: 'Risk', words: 'There are reputational risks.' }],
    [['implication-without-words'], { heading: 'Policy', ticked: true }],
    [['implication-says-none'], { heading: 'Legal', ticked: true, words: '6.3.1 None' }],
    [['implication-not-ticked'], { heading: 'HR', ticked: false, words: 'Two posts are needed.' }],
  ])('is found to say %j of an implication', (found, implication) => expect(kinds({ implications: [implication] })).toEqual(found));
});
