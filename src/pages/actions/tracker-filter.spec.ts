import { describe, expect, it } from '@jest/globals';
import { type ActionView } from '../../slices/actions/views/action-register/action-view.js';
import { ACTION_STEPS } from './action-steps.js';
import { addressOf, askedIn, fits } from './tracker-filter.js';
import { dueBy } from '../../kernel/words.js';
import { grouped, mostOverdueFirst, ON_A_PAGE, pageOf, pressing } from './tracker-view.js';

const action = (changes: Partial<ActionView> = {}): ActionView => ({
  actionId: 'board/a',
  bodyId: 'board',
  raisedOn: '2016-03-03',
  item: { number: '6.', title: 'Adaptations' },
  heading: '3 March 2016',
  meetingDate: '2016-03-03',
  paragraph: '4.4(b)',
  decision: 'Para 4.4(b) – AGREED that a report be brought back.',
  words: 'AGREED that a report be brought back.',
  source: {
    kind: 'decision',
    decision: { meetingId: 'board/march', decisionId: 'd' },
    paragraph: '4.4',
    heading: '3 March 2016',
    meetingDate: '2016-03-03',
  },
  organisation: 'SBC',
  officers: ['Shona Smith', 'David Robertson'],
  dateMoved: null,
  due: { words: 'in Autumn 2016', kind: 'season', latest: '2016-11-30', explanation: '' },
  outcome: 'On agenda 9/6/16.',
  outcomeOn: null,
  status: 'not-yet-due',
  statusWords: 'Not yet due',
  daysOverdue: 0,
  approvalElsewhere: null,
  awaitingApproval: false,
  notedOn: null,
  notedAt: null,
  exempt: false,
  ...changes,
});

describe('what is asked of the tracker', () => {
  it('is everything where nothing is said', () => expect(askedIn({})).toMatchObject({ view: 'sheet', page: 1 }));
  it('leaves out what it does not know', () =>
    expect(askedIn({ view: 'all', state: 'late', page: '-1', officer: ' ' })).toMatchObject({
      view: 'sheet',
      page: 1,
      state: undefined,
      officer: undefined,
    }));
  it('is kept in an address', () =>
    expect(addressOf('/bodies/b/actions', askedIn({ officer: 'Shona Smith' }), { view: 'overdue' })).toBe(
      '/bodies/b/actions?view=overdue&officer=Shona+Smith',
    ));
});

describe('an action', () => {
  it.each([
    [{ officer: 'David Robertson' }, true],
    [{ officer: 'David' }, false],
    [{ organisation: 'SBC', meeting: '3 March 2016' }, true],
    [{ organisation: 'NHS' }, false],
    [{ state: 'overdue' }, false],
    [{ text: 'REPORT BE' }, true],
    [{ text: 'autumn' }, true],
    [{ text: 'depot' }, false],
    [{ view: 'overdue' }, false],
  ])('asked for with %j: %s', (query, expected) => expect(fits(action(), askedIn(query))).toBe(expected));

  it('says the day its deadline comes to, unless its words do', () => {
    expect(dueBy(action().due)).toBe('by 30 November 2016');
    expect(dueBy({ words: 'by 31 May 2016', kind: 'date', latest: '2016-05-31', explanation: '' })).toBeNull();
  });
});

describe('the list', () => {
  it('is pressing where something is overdue', () =>
    expect(
      pressing([action({ status: 'overdue' }), action({ status: 'due-within-a-week' }), action({ status: 'reported-complete' })]),
    ).toEqual({
      overdue: '1 overdue',
      soon: '1 due within a week',
      waiting: '1 action reported complete, to be noted by a meeting',
      anyOverdue: true,
    }));
  it('has the longest overdue first', () =>
    expect(mostOverdueFirst([action({ actionId: 'b/1', daysOverdue: 1 }), action({ actionId: 'b/9', daysOverdue: 9 })])[0]?.actionId).toBe(
      'b/9',
    ));
  it('is cut into pages, the last one shown for one that is not there', () => {
    const list = Array.from({ length: ON_A_PAGE + 1 }, (_, index) => index);
    expect(pageOf(list, 9)).toEqual({ rows: [ON_A_PAGE], page: 2, pages: 2 });
    expect(pageOf([], 1)).toEqual({ rows: [], page: 1, pages: 1 });
  });
  it('is grouped by meeting, with a link only where the meeting may be opened', () => {
    const actions = [action(), action({ heading: '9 June 2016', meetingDate: '2016-06-09' })];
    expect(grouped(actions, () => true).map(({ heading, meetingHref }) => [heading, meetingHref])).toEqual([
      ['3 March 2016', '/bodies/board/meetings/march'],
      ['9 June 2016', '/bodies/board/meetings/march'],
    ]);
    expect(grouped(actions, () => false)[0]?.meetingHref).toBeNull();
  });
  it('leads to actions as they were, where it is turned back', () => {
    expect(
      grouped(
        [action()],
        () => true,
        (href) => `${href}?as-at=2016-06-09`,
      )[0]?.rows[0]?.href,
    ).toBe('/bodies/board/actions/a?as-at=2016-06-09');
  });
});

describe('a correction', () => {
  it('is what was changed, and nothing else', () =>
    expect(
      Object.keys(
        ACTION_STEPS.correct!.extraFields!(
          {
            words: 'AGREED otherwise.',
            organisation: 'SBC',
            officers: ['Shona Smith', 'David Robertson'],
            item: { title: 'Adaptations', number: '6.' },
            exempt: false,
            due: 'in Autumn 2016',
            reason: 'x',
          },
          { action: action(), today: '2016-06-09', meetings: [] },
        ),
      ).sort(),
    ).toEqual(['due', 'exempt', 'item', 'officers', 'organisation']));
});
