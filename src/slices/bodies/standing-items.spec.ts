import { describe, expect, it } from '@jest/globals';
import { ask, folded, given } from '../../../test/support/decider-spec.js';
import { ChooseStandingItems } from './bodies.commands.js';
import { bodyDecider } from './body.decider.js';
import { type BodyEvent } from './body.events.js';
import { standingItemsOn } from './body.standing.js';
import { bodyHistory } from './body.state.js';
import { numbersBegin, styleOf } from './minute-style.js';

const established: BodyEvent = {
  type: 'BodyEstablished',
  v: 1,
  data: { bodyId: 'board', name: 'Board', kind: 'board', timeZone: 'Europe/London', on: '2015-01-01' },
};
const choose = (data: object) => ask(ChooseStandingItems, 'board', data as never);
const chosen = (from: string, ...titles: string[]): BodyEvent => ({
  type: 'StandingItemsChosen',
  v: 1,
  data: { bodyId: 'board', from, items: titles.map((title) => ({ itemId: title.toLowerCase(), title })) },
});

describe('the standing items of a body', () => {
  it('have ids of their own, made of their titles where none are said, and hold from a day', () => {
    given(bodyHistory, [established])
      .when(
        bodyDecider,
        choose({ from: '2016-01-01', items: [{ title: 'Sederunt' }, { itemId: 'm', title: 'Minute', brings: 'minutes' }] }),
      )
      .then({
        type: 'StandingItemsChosen',
        v: 1,
        data: {
          bodyId: 'board',
          from: '2016-01-01',
          items: [
            { itemId: 'sederunt', title: 'Sederunt' },
            { itemId: 'm', title: 'Minute', brings: 'minutes' },
          ],
        },
      });
    given(bodyHistory, [established])
      .when(bodyDecider, choose({ items: [{ title: '…' }] }))
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ from: '2016-03-03', items: [{ itemId: 'item-1' }] }));
  });

  it('are read for a day, and chosen again for the same day the new ones stand', () => {
    const body = folded(bodyHistory, [
      established,
      chosen('2016-06-01', 'Minute'),
      chosen('2016-01-01', 'Sederunt'),
      chosen('2016-06-01', 'Minute', 'Next'),
    ]);
    const on = (day: string) => standingItemsOn(body, day).map(({ itemId }) => itemId);
    expect([on('2015-12-31'), on('2016-05-31'), on('2016-06-01')]).toEqual([[], ['sederunt'], ['minute', 'next']]);
  });

  it('are each there once, and not before the body', () => {
    given(bodyHistory, [established])
      .when(bodyDecider, choose({ items: [{ title: 'Minute' }, { title: 'minute' }] }))
      .thenRefused('standing-items.twice', { field: 'items.1.title' });
    given(bodyHistory, [established])
      .when(bodyDecider, choose({ from: '2014-12-31', items: [] }))
      .thenRefused('body.before-its-day');
  });
});

describe('numbers that go on from the meeting before', () => {
  it.each([
    ['from-january', '2016-03-03', '2016-01-01'],
    ['from-april', '2016-03-31', '2015-04-01'],
    ['from-april', '2016-04-01', '2016-04-01'],
    ['from-may', '2016-04-30', '2015-05-01'],
    ['from-august', '2016-12-31', '2016-08-01'],
  ] as const)('begin anew %s: a meeting of %s counts from %s', (continues, date, first) =>
    expect(numbersBegin(styleOf({ set: 'scottish-council', continues }), date)).toBe(first),
  );

  it('do not go on where nothing is said, or each meeting begins with 1', () => {
    expect(numbersBegin(styleOf({ set: 'scottish-council' }), '2016-03-03')).toBeNull();
    expect(styleOf({ set: 'scottish-council', continues: 'each-meeting' })).not.toHaveProperty('continues');
  });
});
