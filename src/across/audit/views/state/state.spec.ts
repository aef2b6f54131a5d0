import { describe, expect, it } from '@jest/globals';
import { labelOf } from './label.js';
import { idOfItems, nameOf } from './name-of.js';
import { inLine, shown } from './shown.js';

const all = { zone: 'Europe/London', rows: 100 };
const words = (value: unknown, field = 'state'): string => inLine(shown(value, field, all));

describe('the name of a field', () => {
  it.each([
    ['sectionHeading', 'Section heading'],
    ['title', 'Title'],
    ['decisionId', 'Decision reference'],
    ['inHand', 'Item in hand'],
    ['s-464py7yb', 's-464py7yb'],
  ])('%s is said as %s', (field, label) => expect(labelOf(field)).toBe(label));
});

describe('a value', () => {
  it.each([
    ['2016-03-03', 'on', '3 March 2016'],
    ['2016-07-03T14:05:00.000Z', 'happenedAt', '3 July 2016, 3.05 pm'],
    ['2016-02-31', 'on', '2016-02-31'],
    [true, 'exempt', 'Yes'],
    ['reported-complete', 'standing', 'Reported complete'],
    ['agreed-in-principle', 'words', 'agreed-in-principle'],
    ['sealed:1:subject-1:abc:def', 'email', 'Kept apart, as personal details are'],
    [{ personId: 'd-parker', name: 'Councillor D. Parker' }, 'holder', 'Councillor D. Parker'],
    [{ pence: 250000 }, 'amount', '£2,500.00'],
    [['Ann', 'Bob'], 'officers', 'Ann; Bob'],
    [{ title: 'Roads', on: '2016-03-03', agenda: [] }, 'item', 'Title: Roads; On: 3 March 2016'],
  ])('%j of %s is said as %s', (value, field, said) => expect(words(value, field)).toBe(said));

  it('that names another record leads to it', () => {
    expect(shown('a/b', 'meetingId', all)).toMatchObject({ ref: 'a/b' });
    expect(shown('a/r', 'reportId', all)).toMatchObject({ ref: 'report:a/r' });
    expect(shown({ meetingId: 'a/b', decisionId: 'd-1' }, 'by', all)).toMatchObject({ ref: 'a/b#d-1' });
    expect(shown('not a name', 'meetingId', all)).not.toHaveProperty('ref');
  });

  it('is shown as far as there is room, with what is over counted', () => {
    const long = { agenda: Array.from({ length: 50 }, (_, index) => ({ itemId: `i-${index}`, title: `Item ${index}` })), place: 'Hall' };
    const view = shown(long, 'state', { zone: 'Europe/London', rows: 12 });
    expect(JSON.stringify(view).length).toBeLessThan(2_500);
    expect(inLine(view)).toContain('and 40 more');
  });
});

describe('an item of a list', () => {
  it.each([
    [{ itemId: 'a', number: '3', title: 'Roads' }, '3. Roads'],
    [{ letter: 'b', text: 'to note' }, '(b) to note'],
    [{ person: { personId: 'a', name: 'Ann Aird' }, as: 'present' }, 'Ann Aird'],
    [{ entryId: 'p-1', kind: 'paragraph' }, 'p-1'],
    ['Ann', null],
  ])('%j is called %s', (item, name) => expect(nameOf(item)).toBe(name));

  it('is told from the others by an id that each has and none share', () => {
    expect(idOfItems([{ itemId: 'a' }, { itemId: 'a' }])).toBeNull();
    expect(idOfItems(['a'])).toBeNull();
    expect(idOfItems([], [])).toBeNull();
    const interests = [
      { person: { personId: 'a' }, itemId: 'x' },
      { person: { personId: 'a' }, itemId: 'y' },
      { person: { personId: 'b' }, itemId: 'x' },
    ];
    expect(new Set(interests.map(idOfItems(interests)!)).size).toBe(3);
  });
});
