import { describe, expect, it } from '@jest/globals';
import { recorded } from '../../../../../test/support/decider-spec.js';
import { type DomainEvent } from '../../../../kernel/event.js';
import { readDeadline } from '../../../../slices/calendars/read-deadline.js';
import { changesBy, dueEventTypes, dueIdOf } from './due-changes.js';
import { changedBy, dueCalendar, dueOfficers, type DueRow } from './due-calendar.projection.js';

const named = { actionId: 'board/reply', bodyId: 'board' };
const due = readDeadline('within 10 working days', { saidOn: '2026-06-01', meetings: [] });
const raised: DomainEvent = {
  type: 'ActionRaised',
  v: 1,
  data: {
    ...named,
    on: '2026-06-01',
    source: { kind: 'cited', heading: '1 June 2026' },
    item: { title: 'Reply' },
    words: 'AGREED to reply.',
    organisation: 'NHS Borders',
    officers: ['Ann Aird', 'Bob Bain'],
    due,
    exempt: false,
  },
};
const event = (type: string, data: object): DomainEvent => ({ type, v: 1, data: { ...named, on: '2026-06-02', ...data } });

/** The rows that events make, by the projection’s own keys. */
function rows(events: readonly DomainEvent[]): ReadonlyMap<string, DueRow> {
  const made = new Map<string, DueRow>();
  events.forEach((one, revision) => {
    const stored = recorded(one, revision, 'action-board/reply');
    if (!dueEventTypes.includes(one.type)) return;
    for (const key of dueCalendar.key(stored)) {
      const row = dueCalendar.on[one.type]?.(made.get(key), stored, key);
      if (row) made.set(key, row);
      else made.delete(key);
    }
  });
  return made;
}
const reply = (...events: readonly DomainEvent[]) => rows([raised, ...events]).get('action:board/reply#due');

describe('the calendar of what falls due', () => {
  it('has a row for a deadline, with the calendar it was counted by', () =>
    expect(reply()).toMatchObject({
      kind: 'action',
      recordId: 'board/reply',
      clock: 'due',
      latest: '2026-06-15',
      saidOn: '2026-06-01',
      officers: ['Ann Aird', 'Bob Bain'],
      audience: 'public',
      standing: 'live',
      sequence: 0,
    }));

  it('follows what is extended, transferred, corrected and counted again', () => {
    const later = readDeadline('by 1 July 2026', { saidOn: '2026-06-01', meetings: [] });
    expect(reply(event('ActionExtended', { due: later, reason: 'Late.' }))).toMatchObject({
      latest: '2026-07-01',
      sequence: 1,
    });
    expect(reply(event('ActionDueRecounted', { due: later, because: 'A holiday.' }))).toMatchObject({ latest: '2026-07-01', sequence: 1 });
    expect(reply(event('ActionTransferred', { officers: ['Cat Cook'], reason: 'Moved.' }))).toMatchObject({
      officers: ['Cat Cook'],
      officerLines: '\ncat cook\n',
      organisation: 'NHS Borders',
    });
    expect(reply(event('ActionCorrected', { changes: { exempt: true }, reason: 'In private.' }))).toMatchObject({ audience: 'exempt' });
  });

  it('finds one officer and one organisation however their names are written, and keeps them as written', () => {
    const written = ['José Núñez', 'JOSE\u0301\u00a0 NU\u0301N\u0303EZ'];
    const [one, other] = written.map((name) =>
      reply(event('ActionTransferred', { officers: [name], organisation: `NHS  ${name}`, reason: 'x' })),
    );
    expect(one).toMatchObject({ officers: [written[0]], officerLines: '\njosé núñez\n', organisationKey: 'nhs josé núñez' });
    expect(other).toMatchObject({ officers: [written[1]], officerLines: one!.officerLines, organisationKey: one!.organisationKey });
  });

  it('stands in the order of the item of business, and then of the title', () => {
    const keys = [{ number: '2.', title: 'Roads' }, { number: '10.', title: 'Bridges' }, { title: 'Item 9' }, { title: 'Item 10' }].map(
      (item) => reply(event('ActionCorrected', { changes: { item }, reason: 'x' }))!.orderKey,
    );
    expect(keys.toSorted()).toEqual(keys);
  });

  it('ends a deadline once, and takes it up again when it is reopened', () => {
    const reported = event('ActionReportedComplete', { words: 'Done.' });
    const noted = event('ActionNotedComplete', { on: '2026-06-09', atMeeting: 'board/2026-06-09' });
    expect(reply(reported, noted)).toMatchObject({ standing: 'met', endedOn: '2026-06-02', sequence: 1 });
    expect(reply(reported, event('ActionReopened', { reason: 'Not done.' }))).toMatchObject({
      standing: 'live',
      endedOn: null,
      sequence: 2,
    });
    expect(reply(event('ActionDeclined', { reason: 'Closed.' }))).toMatchObject({ standing: 'dropped' });
  });

  it('has nothing of a change of a deadline that is not there', () => {
    expect(rows([event('ActionReportedComplete', { words: 'Done.' })]).size).toBe(0);
    expect(changedBy(undefined, recorded(event('ActionReopened', { reason: 'Not done.' })), 'action:board/reply#due')).toBe(undefined);
  });

  it('finds a deadline by each officer it was with', () => {
    const keys = dueOfficers.key(recorded(raised));
    expect(keys).toEqual(['action:board/reply#due\nann aird', 'action:board/reply#due\nbob bain']);
    expect(dueOfficers.on.ActionRaised?.(undefined, recorded(raised), keys[0]!)).toMatchObject({
      officerKey: 'ann aird',
      dueId: 'action:board/reply#due',
    });
  });

  it('awaits the ratification of what was decided without a quorum, until a later meeting has settled it', () => {
    const decision = { meetingId: 'board/2026-06-01', decisionId: 'd-1' };
    const informal: DomainEvent = {
      type: 'DecisionRecorded',
      v: 1,
      data: { ...decision, bodyId: 'board', paragraph: '9', words: 'NOTED.', standing: 'informal', exempt: false },
    };
    const name = { kind: 'decision', recordId: 'board/2026-06-01#d-1', clock: 'ratification' } as const;
    expect(rows([informal]).get(dueIdOf(name))).toMatchObject({
      sort: 'ratification',
      latest: null,
      audience: 'drafts',
      title: 'Paragraph 9: NOTED.',
    });
    const by = { meetingId: 'board/2026-09-01', decisionId: 'd-2' };
    const ratified: DomainEvent = { type: 'DecisionRatified', v: 1, data: { decision, by } };
    expect(rows([informal, ratified]).get(dueIdOf(name))).toMatchObject({ standing: 'met' });
    const quorate: DomainEvent = { ...informal, data: { ...informal.data, standing: 'quorate' } };
    expect(changesBy(recorded(quorate))).toEqual([]);
  });
});
