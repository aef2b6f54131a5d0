import { describe, expect, it } from '@jest/globals';
import { aDecision, aParagraph } from '../../../../test/support/a-meeting.js';
import { named, standing } from '../../../../test/support/a-room.js';
import { ask, folded, given } from '../../../../test/support/decider-spec.js';
import { type MeetingEvent } from '../events/meeting.events.js';
import { minuteText } from '../document/minute-text.js';
import { meetingDecider } from '../meeting.decider.js';
import { meetingHistory, type MeetingStreamEvent } from '../record/meeting.history.js';
import {
  AdjournMeeting,
  ConcludeMeeting,
  ContinueInformally,
  DeclareQuorum,
  ExcludePublic,
  ReadmitPublic,
  OpenMeeting,
  ResumeMeeting,
  TakeItem,
  LeaveMeeting,
} from './sederunt.commands.js';
import { styleOf } from '../../bodies/bodies.words.js';
import { quorumNow } from './room.js';

const ID = 'board/2016-03-03';
const called: MeetingEvent = {
  type: 'MeetingCalled',
  v: 1,
  data: { meetingId: ID, bodyId: 'board', title: 'The Board', date: '2016-03-03', mode: 'in-person', timeZone: 'Europe/London' },
};
const opened: MeetingEvent = { type: 'MeetingOpened', v: 1, data: { standing: standing() } };
const there = (who: string): MeetingEvent => ({
  type: 'AttendanceRecorded',
  v: 1,
  data: { person: named(who), as: 'present', how: 'in-room', seatId: `s-${who}`, after: null },
});
const item: MeetingEvent = { type: 'AgendaItemAdded', v: 1, data: { itemId: 'minute', number: '4', title: 'Minute', papers: [] } };
const open = [called, item, opened, there('chair'), there('police'), there('health')];
const on = (...events: MeetingStreamEvent[]) => given(meetingHistory, events);
const adjourned: MeetingEvent = { type: 'MeetingAdjourned', v: 1, data: { reason: 'No quorum', after: null } };

const before: MeetingEvent = {
  type: 'ItemTaken',
  v: 1,
  data: { sectionId: 's-0', number: '0', heading: 'BEFORE THE COMMENCEMENT OF BUSINESS', beforeItems: true },
};
const first: MeetingEvent = { type: 'ItemTaken', v: 1, data: { sectionId: 's-1', number: '1', heading: 'Minute', itemId: 'minute' } };

describe('business before the first item', () => {
  const take = ask(TakeItem, ID, { beforeItems: true });

  it('is taken without a number in print, and returned to as an item is', () => {
    on(...open)
      .when(meetingDecider, take)
      .thenAccepted(([event], id) => expect(event).toEqual({ ...before, data: { ...before.data, sectionId: id } }));
    on(...open, before)
      .when(meetingDecider, take)
      .thenRefused('section.in-hand');
    on(...open, before, first)
      .when(meetingDecider, take)
      .then(before);
    on(...open)
      .when(meetingDecider, ask(TakeItem, ID, { beforeItems: true, heading: 'TRIBUTE' }))
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ heading: 'TRIBUTE' }));
    on(...open, before)
      .when(meetingDecider, ask(TakeItem, ID, { itemId: 'minute' }))
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ number: '1' }));
  });

  it('stands before item 1 in the minute, also when it is written down after an item was taken', () => {
    const said = aParagraph('s-0', '0', null, 'The Convener paid tribute to Mr A.');
    const minute = minuteText(folded(meetingHistory, [...open, first, aParagraph('s-1', '1', null, 'The minute was read.'), before, said]));
    expect(minute).toContain(
      '\n\nBEFORE THE COMMENCEMENT OF BUSINESS\n\nThe Convener paid tribute to Mr A.\n\n1. Minute\n\nThe minute was read.',
    );
  });

  it('is named where somebody left in it', () => {
    const minute = minuteText(
      folded(meetingHistory, [
        ...open,
        before,
        aParagraph('s-0', '0', null),
        first,
        { type: 'MemberLeft', v: 1, data: { person: named('health'), after: 'p-0' } },
      ]),
    );
    expect(minute).toContain('(to the business before the first item)');
  });
});

describe('a meeting', () => {
  it('opens under what stands on its day, kept whole', () =>
    on(called)
      .when(meetingDecider, ask(OpenMeeting, ID, { time: '14:00' }, { facts: { standing: standing() } }))
      .then({ type: 'MeetingOpened', v: 1, data: { time: '14:00', standing: standing() } }));
  it('does not open before its day, unless that is said, and is then flagged', () => {
    const early = (data: object, happenedAt: string) =>
      on(called).when(meetingDecider, ask(OpenMeeting, ID, data, { facts: { standing: standing() }, happenedAt }));
    early({}, '2016-03-02T23:59:00.000Z').thenRefused('meeting.before-its-day', { field: 'beforeItsDay' });
    early({ beforeItsDay: true }, '2016-03-02T23:59:00.000Z').then({
      type: 'MeetingOpened',
      v: 1,
      data: { standing: standing(), beforeItsDay: true },
    });
    early({}, '2016-03-03T00:00:00.000Z').thenAccepted();
    early({ beforeItsDay: true }, '2021-03-03T00:00:00.000Z').then({ type: 'MeetingOpened', v: 1, data: { standing: standing() } });
  });
  it('goes on with the numbers of the meeting before, in Arabic or Roman figures', () => {
    const styled = (style: object) => on(called, item, { type: 'MeetingOpened', v: 1, data: { standing: { ...standing(), ...style } } });
    const take = (itemId?: string) => ask(TakeItem, ID, itemId ? { itemId } : { heading: 'ROADS' }, { facts: { continuesFrom: 41 } });
    const number = (style: object, itemId?: string) =>
      styled({ minuteStyle: styleOf({ set: 'scottish-council', continues: 'from-may', ...style }) })
        .when(meetingDecider, take(itemId))
        .thenAccepted(([event]) => expect(event?.data).toMatchObject({ number: itemId ? '4' : '42' }));
    number({});
    number({ numbering: 'agenda' }, 'minute');
    styled({ minuteStyle: styleOf({ set: 'scottish-council', numbering: 'roman', continues: 'from-may' }) })
      .when(meetingDecider, take())
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ number: 'XLII' }));
  });
  it('numbers its items by its style, each number once', () => {
    const styled = (numbering: 'roman' | 'agenda', ...events: MeetingStreamEvent[]) => {
      const style = { minuteStyle: styleOf({ set: 'scottish-council', numbering }) };
      return on(called, item, { type: 'MeetingOpened', v: 1, data: { standing: { ...standing(), ...style } } }, ...events);
    };
    const taken = (number: string): MeetingEvent => ({ type: 'ItemTaken', v: 1, data: { sectionId: `s-${number}`, number, heading: 'X' } });
    const next = (
      given_: ReturnType<typeof styled>,
      data: { itemId?: string; heading?: string; beforeItems?: boolean } = { heading: 'ROADS' },
    ) => {
      let number: unknown;
      given_.when(meetingDecider, ask(TakeItem, ID, data)).thenAccepted(([event]) => (number = (event?.data as { number: string }).number));
      return number;
    };
    expect(next(styled('roman'))).toBe('I');
    expect(next(styled('roman', before))).toBe('I');
    expect(next(styled('roman', taken('I'), taken('II')))).toBe('III');
    expect(next(styled('roman', taken('IV'), taken('II')))).toBe('V');
    expect(next(styled('agenda'), { itemId: 'minute' })).toBe('4');
    expect(next(styled('agenda', taken('4')), { itemId: 'minute' })).toBe('5');
    expect(next(styled('agenda', taken('4')))).toBe('5');
    styled('agenda')
      .when(meetingDecider, ask(TakeItem, ID, { heading: 'ROADS', beforeItems: false }))
      .thenAccepted(([event]) => expect(event?.data).not.toHaveProperty('beforeItems'));
  });
  it('does not open without a constitution, nor twice', () => {
    on(called)
      .when(meetingDecider, ask(OpenMeeting, ID, {}, { facts: { standing: null } }))
      .thenRefused('meeting.no-constitution');
    on(...open)
      .when(meetingDecider, ask(OpenMeeting, ID, {}, { facts: { standing: standing() } }))
      .thenRefused('meeting.opened-already');
  });
  it('takes no item before it is opened, or while it is adjourned', () => {
    on(called)
      .when(meetingDecider, ask(TakeItem, ID, { heading: 'MINUTE' }))
      .thenRefused('meeting.not-open');
    on(...open, adjourned)
      .when(meetingDecider, ask(TakeItem, ID, { heading: 'MINUTE' }))
      .thenRefused('meeting.adjourned');
  });
  it('resumes only from an adjournment, on the same day under the same rules', () => {
    on(...open)
      .when(meetingDecider, ask(ResumeMeeting, ID, {}, { facts: { standing: standing() } }))
      .thenRefused('meeting.not-adjourned');
    on(...open, adjourned)
      .when(meetingDecider, ask(ResumeMeeting, ID, { time: '15:00' }, { facts: { standing: standing() } }))
      .then({ type: 'MeetingResumed', v: 1, data: { time: '15:00', after: null } });
    on(...open, adjourned)
      .when(meetingDecider, ask(ResumeMeeting, ID, { date: '2016-03-02' }, { facts: { standing: standing() } }))
      .thenRefused('meeting.resumes-in-the-past');
  });
  it('resumes on another day under the rules and the roll of that day', () => {
    const later = standing({ versionId: 'v2' }, '2016-03-10');
    on(...open, adjourned)
      .when(meetingDecider, ask(ResumeMeeting, ID, { date: '2016-03-10' }, { facts: { standing: later } }))
      .then({ type: 'MeetingResumed', v: 1, data: { date: '2016-03-10', standing: later, after: null } });
  });
  it('concludes once, and may then still be written up', () => {
    const concluded = on(...open).when(meetingDecider, ask(ConcludeMeeting, ID, { time: '16:15' }));
    concluded.and(meetingDecider, ask(ConcludeMeeting, ID, {})).thenRefused('meeting.concluded');
    concluded.and(meetingDecider, ask(AdjournMeeting, ID, { reason: 'Late' })).thenRefused('meeting.adjournment-place');
    concluded.and(meetingDecider, ask(TakeItem, ID, { heading: 'MINUTE' })).thenAccepted();
    concluded.and(meetingDecider, ask(LeaveMeeting, ID, { personId: 'health' })).thenAccepted();
  });
});

describe('an adjournment', () => {
  const inOne: MeetingEvent = { type: 'ItemTaken', v: 1, data: { sectionId: 's-1', number: '1', heading: 'ONE' } };
  const held: MeetingStreamEvent[] = [
    ...open,
    inOne,
    aParagraph('s-1', '1.1', null),
    aParagraph('s-1', '1.2', 'p-1.1'),
    { type: 'MeetingConcluded', v: 1, data: {} },
  ];
  const resume = ask(ResumeMeeting, ID, { time: '15:00' }, { facts: { standing: standing() } });

  it('may be written down when the meeting is over, where it was, and the meeting stays concluded', () =>
    on(...held)
      .when(meetingDecider, ask(AdjournMeeting, ID, { reason: 'A fire alarm', afterParagraph: '1.1' }))
      .and(meetingDecider, resume)
      .then({ type: 'MeetingResumed', v: 1, data: { time: '15:00', after: 'p-1.1' } }));
  it('that is over has been resumed from once', () => {
    on(...held)
      .when(meetingDecider, resume)
      .thenRefused('meeting.not-adjourned');
    on(...held, { type: 'MeetingAdjourned', v: 1, data: { reason: 'x', after: 'p-1.1' } })
      .when(meetingDecider, ask(AdjournMeeting, ID, { reason: 'y', afterParagraph: '1.2' }))
      .thenRefused('meeting.adjourned');
  });
  it('ends what was declared of the quorum: the meeting resumes with the sum', () => {
    const declared: MeetingEvent = { type: 'QuorumDeclared', v: 1, data: { quorate: false, words: 'Lost.', after: 'p-1.1' } };
    const resumed: MeetingEvent = { type: 'MeetingResumed', v: 1, data: { after: 'p-1.1' } };
    const began = [...open, inOne, aParagraph('s-1', '1.1', null)];
    const quorum = (...events: MeetingStreamEvent[]) => quorumNow(folded(meetingHistory, [...began, ...events])).quorate;
    expect(quorum(declared)).toBe(false);
    expect(quorum(declared, adjourned, resumed)).toBe(true);
    expect(quorum(adjourned, resumed, declared)).toBe(false);
    const later = aParagraph('s-1', '1.2', 'p-1.1');
    expect(quorum(later, adjourned, { type: 'MeetingResumed', v: 1, data: { after: 'p-1.2' } }, declared)).toBe(true);
  });
});

describe('a meeting abandoned for want of a quorum', () => {
  const abandon = (time?: string) => ask(ConcludeMeeting, ID, { abandoned: true, ...(time !== undefined && { time }) });
  const waits = standing({ waitsForQuorum: 10 });
  const nobody: MeetingStreamEvent[] = [
    { ...called, data: { ...called.data, time: '14:00' } },
    { type: 'MeetingOpened', v: 1, data: { standing: waits } },
  ];

  it('waits as long as its constitution says, where it could not begin, and the minute says so', () => {
    on(...nobody)
      .when(meetingDecider, abandon('14:09'))
      .thenRefused('meeting.abandoned-early', { field: 'time', detail: { fixedFor: '14:00', minutes: 10 } });
    const over = on(...nobody).when(meetingDecider, abandon('14:10'));
    over.then({ type: 'MeetingConcluded', v: 1, data: { time: '14:10', abandoned: true, waited: 10, notHeld: true } });
    over.and(meetingDecider, abandon()).thenRefused('meeting.concluded');
    on(...nobody)
      .when(meetingDecider, ask(ConcludeMeeting, ID, { abandoned: true, words: 'Nobody came.' }))
      .then({ type: 'MeetingConcluded', v: 1, data: { words: 'Nobody came.', abandoned: true, waited: 10, notHeld: true } });
    const ended: MeetingStreamEvent = {
      type: 'MeetingConcluded',
      v: 1,
      data: { time: '14:10', abandoned: true, waited: 10, notHeld: true },
    };
    expect(minuteText(folded(meetingHistory, [...nobody, ended]))).toContain(
      'There being no quorum ten minutes after the time fixed for the meeting, the meeting was abandoned at 2.10 p.m.',
    );
  });
  it('waits over the hour, and not at all where no time was fixed for it', () => {
    const fixed = (time: string): MeetingStreamEvent[] => [{ ...called, data: { ...called.data, time } }, ...nobody.slice(1)];
    for (const [time, early, late] of [
      ['14:55', '15:04', '15:05'],
      ['09:55', '10:04', '10:05'],
    ] as const) {
      on(...fixed(time))
        .when(meetingDecider, abandon(early))
        .thenRefused('meeting.abandoned-early');
      on(...fixed(time))
        .when(meetingDecider, abandon(late))
        .thenAccepted();
    }
    on(called, ...nobody.slice(1))
      .when(meetingDecider, abandon('00:01'))
      .thenAccepted();
  });
  it('is abandoned at once where it could not go on, and never while there is a quorum', () => {
    const item: MeetingEvent = { type: 'ItemTaken', v: 1, data: { sectionId: 's-1', number: '1', heading: 'ONE' } };
    on(...nobody, item)
      .when(meetingDecider, abandon('14:05'))
      .then({ type: 'MeetingConcluded', v: 1, data: { time: '14:05', abandoned: true } });
    on(...open)
      .when(meetingDecider, abandon())
      .thenRefused('meeting.quorum-there');
    on(...open, adjourned)
      .when(meetingDecider, abandon())
      .thenAccepted();
  });
});

describe('a recess', () => {
  const told = (...events: MeetingStreamEvent[]): string => minuteText(folded(meetingHistory, [...open, ...events]));

  it('is for a short period, and reads so', () => {
    on(...open)
      .when(meetingDecider, ask(AdjournMeeting, ID, { reason: 'Tea', recess: true, toTime: '15:15' }))
      .then({ type: 'MeetingAdjourned', v: 1, data: { reason: 'Tea', recess: true, toTime: '15:15', after: null } });
    expect(told({ type: 'MeetingAdjourned', v: 1, data: { reason: 'Tea', recess: true, toTime: '15:15', after: null } })).toContain(
      'The meeting adjourned for a short period until 3.15 p.m.: Tea.',
    );
  });
  it('is no adjournment to another day and place, which says both and is not to the past', () => {
    const to = { toDate: '2016-03-10', toTime: '10:00', toPlace: 'the Town House, Hawick' };
    expect(told({ type: 'MeetingAdjourned', v: 1, data: { reason: 'Snow', ...to, after: null } })).toContain(
      'The meeting was adjourned until 10 March 2016 at 10.00 a.m., in the Town House, Hawick: Snow.',
    );
    on(...open)
      .when(meetingDecider, ask(AdjournMeeting, ID, { reason: 'Snow', toDate: '2016-03-02' }))
      .thenRefused('meeting.adjourned-to-the-past', { field: 'toDate' });
    for (const toDate of ['2016-03-03', '2016-03-10'])
      on(...open)
        .when(meetingDecider, ask(AdjournMeeting, ID, { reason: 'Snow', recess: false, toDate }))
        .then({ type: 'MeetingAdjourned', v: 1, data: { reason: 'Snow', toDate, after: null } });
    const sat = ['2016-03-10', '2016-03-17'].flatMap((date): MeetingStreamEvent[] => [
      adjourned,
      { type: 'MeetingResumed', v: 1, data: { date, standing: standing({}, date), after: null } },
    ]);
    on(...open, ...sat)
      .when(meetingDecider, ask(AdjournMeeting, ID, { reason: 'Snow', toDate: '2016-03-16' }))
      .thenRefused('meeting.adjourned-to-the-past', { detail: { day: '2016-03-17' } });
  });
  it('may end with the sederunt taken again: whoever is not there has left, whoever is back has come back', () => {
    const resume = (there: string[]) => ask(ResumeMeeting, ID, { there }, { facts: { standing: standing() } });
    const attending = folded(meetingHistory, open).attendances.filter(({ as }) => as !== 'apologies');
    const [first, ...others] = attending.map(({ person }) => person);
    on(...open, adjourned)
      .when(meetingDecider, resume(others.map(({ personId }) => personId)))
      .then(
        { type: 'MeetingResumed', v: 1, data: { there: others, after: null } },
        { type: 'MemberLeft', v: 1, data: { person: first!, words: '', after: null } },
      );
    on(...open, adjourned)
      .when(meetingDecider, resume(['chair', 'nobody', 'none']))
      .thenRefused('meeting.not-of-sederunt', { field: 'there.1' });
    const absent: MeetingEvent = {
      type: 'AttendanceRecorded',
      v: 1,
      data: { person: named('vice'), as: 'apologies', how: 'in-room', after: null },
    };
    on(...open, absent, adjourned)
      .when(meetingDecider, resume(['vice']))
      .thenRefused('meeting.not-of-sederunt');
    const remote = (who: string): MeetingEvent => ({
      type: 'AttendanceRecorded',
      v: 1,
      data: { person: named(who), as: 'present', how: 'remote', seatId: `s-${who}`, after: null },
    });
    const left = (who: string): MeetingEvent => ({ type: 'MemberLeft', v: 1, data: { person: named(who), after: 'p-1' } });
    const gone = [
      called,
      item,
      opened,
      there('chair'),
      remote('college'),
      remote('vice'),
      aParagraph('s-1', '1', null),
      left('college'),
      left('vice'),
    ];
    const at = { ...adjourned, data: { ...adjourned.data, after: 'p-1' } };
    on(...gone, aParagraph('s-1', '2', 'p-1'), at)
      .when(meetingDecider, ask(ResumeMeeting, ID, { there: ['chair', 'college'], place: 'the hall' }, { facts: { standing: standing() } }))
      .then(
        { type: 'MeetingResumed', v: 1, data: { there: [named('chair'), named('college')], place: 'the hall', after: 'p-2' } },
        { type: 'MemberRejoined', v: 1, data: { person: named('college'), how: 'remote', after: 'p-2' } },
      );
    expect(
      told(adjourned, { type: 'MeetingResumed', v: 1, data: { time: '15:00', place: 'the Town House', there: others, after: null } }),
    ).toContain(`The meeting resumed at 3.00 p.m. in the Town House. Present: ${others.map(({ name }) => name).join(', ')}.`);
  });
});

describe('an item taken', () => {
  it('becomes the next section, under the title of the agenda', () =>
    on(...open)
      .when(meetingDecider, ask(TakeItem, ID, { itemId: 'minute' }))
      .thenAccepted(([event], id) => expect(event?.data).toEqual({ sectionId: id, number: '1', heading: 'Minute', itemId: 'minute' })));
  it('again is returned to', () => {
    const first = { type: 'ItemTaken', v: 1, data: { sectionId: 's-1', number: '1', heading: 'Minute', itemId: 'minute' } } as const;
    const second = { type: 'ItemTaken', v: 1, data: { sectionId: 's-2', number: '2', heading: 'OTHER' } } as const;
    on(...open, first, second)
      .when(meetingDecider, ask(TakeItem, ID, { itemId: 'minute' }))
      .then(first);
    on(...open, first)
      .when(meetingDecider, ask(TakeItem, ID, { itemId: 'minute' }))
      .thenRefused('section.in-hand');
    on(...open, first)
      .when(meetingDecider, ask(TakeItem, ID, { heading: 'NEXT', number: '1' }))
      .thenRefused('section.number-taken', { field: 'number' });
  });
  it('has a heading and is on the agenda', () => {
    on(...open)
      .when(meetingDecider, ask(TakeItem, ID, {}))
      .thenRefused('section.heading-missing');
    on(...open)
      .when(meetingDecider, ask(TakeItem, ID, { itemId: 'tracker' }))
      .thenRefused('agenda.no-such-item');
    on(...open, { type: 'AgendaItemWithdrawn', v: 1, data: { itemId: 'minute', reason: 'x' } })
      .when(meetingDecider, ask(TakeItem, ID, { itemId: 'minute' }))
      .thenRefused('agenda.item-withdrawn');
  });
});

describe('a meeting without a quorum', () => {
  it('goes on informally only then', () => {
    const words = 'The meeting continued on an informal basis.';
    on(...open)
      .when(meetingDecider, ask(ContinueInformally, ID, { words }))
      .thenRefused('quorum.not-lost');
    on(...open, aParagraph('s-1', '1', null))
      .when(meetingDecider, ask(LeaveMeeting, ID, { personId: 'health', afterParagraph: '1' }))
      .and(meetingDecider, ask(ContinueInformally, ID, { words }))
      .then({ type: 'MeetingContinuedInformally', v: 1, data: { words, after: 'p-1' } });
  });
  it('names who presided when it was declared', () =>
    on(...open, { type: 'ChairTaken', v: 1, data: { person: named('chair'), reason: 'Chairman', after: null } })
      .when(meetingDecider, ask(DeclareQuorum, ID, { quorate: false, words: 'Lost.' }))
      .then({ type: 'QuorumDeclared', v: 1, data: { quorate: false, words: 'Lost.', after: null, by: named('chair') } }));
});

describe('the public', () => {
  const excluded: MeetingEvent = { type: 'PublicExcluded', v: 1, data: { itemIds: [], paragraphs: ['6'], after: null } };

  it('is excluded for items that are on the agenda, by a decision of the meeting, once until it is readmitted', () => {
    on(...open)
      .when(meetingDecider, ask(ExcludePublic, ID, { itemIds: ['minute'], paragraphs: ['6', '8'] }))
      .then({ type: 'PublicExcluded', v: 1, data: { itemIds: ['minute'], paragraphs: ['6', '8'], after: null } });
    on(...open)
      .when(meetingDecider, ask(ExcludePublic, ID, { itemIds: ['minute', 'lease'], paragraphs: ['6'] }))
      .thenRefused('agenda.no-such-item', { field: 'itemIds.1' });
    const lease: MeetingEvent = { type: 'AgendaItemAdded', v: 1, data: { itemId: 'lease', number: '5', title: 'Lease', papers: [] } };
    on(...open, lease)
      .when(meetingDecider, ask(ExcludePublic, ID, { itemIds: ['minute', 'lease'], paragraphs: ['6'] }))
      .thenAccepted();
    on(...open, lease)
      .when(meetingDecider, ask(ExcludePublic, ID, { itemIds: ['loan', 'lease', 'loss'], paragraphs: ['6'] }))
      .thenRefused('agenda.no-such-item', { field: 'itemIds.0' });
    const decided = [...open, aParagraph('s-1', '1', null), aDecision('d-1', {}), aDecision('d-2', { after: 'd-1' })];
    const by = (decisionId: string) => ask(ExcludePublic, ID, { paragraphs: ['6'], decisionId });
    on(...decided)
      .when(meetingDecider, by('d-1'))
      .then({ type: 'PublicExcluded', v: 1, data: { itemIds: [], paragraphs: ['6'], decisionId: 'd-1', after: 'd-2' } });
    for (const other of ['p-1', 'd-9'])
      on(...decided)
        .when(meetingDecider, by(other))
        .thenRefused('public.no-such-decision', { field: 'decisionId' });
    on(...decided, { type: 'EntryStruck', v: 1, data: { entryId: 'd-1', reason: 'Twice' } })
      .when(meetingDecider, by('d-1'))
      .thenRefused('public.no-such-decision');
    on(...open)
      .when(meetingDecider, ask(ExcludePublic, ID, { paragraphs: ['6'], decisionId: 'd-1' }))
      .thenRefused('public.no-such-decision', { field: 'decisionId' });
    on(...open, excluded)
      .when(meetingDecider, ask(ExcludePublic, ID, { paragraphs: ['6'] }))
      .thenRefused('public.excluded-already');
  });

  it('is readmitted only where it was excluded, and may be excluded again', () => {
    on(...open)
      .when(meetingDecider, ask(ReadmitPublic, ID, {}))
      .thenRefused('public.not-excluded');
    on(...open, excluded)
      .when(meetingDecider, ask(ReadmitPublic, ID, { words: 'The public came back.' }))
      .then({ type: 'PublicReadmitted', v: 1, data: { words: 'The public came back.', after: null } });
    on(...open, excluded)
      .when(meetingDecider, ask(ReadmitPublic, ID, {}))
      .and(meetingDecider, ask(ExcludePublic, ID, { paragraphs: ['3'] }))
      .then({ type: 'PublicExcluded', v: 1, data: { itemIds: [], paragraphs: ['3'], after: null } });
  });

  it('is told in the minute where it was, in the words of the Act where none are given', () => {
    const minute = minuteText(
      folded(meetingHistory, [
        ...open,
        { type: 'PublicExcluded', v: 1, data: { itemIds: ['minute'], paragraphs: ['6', '8'], after: null } },
        { type: 'ItemTaken', v: 1, data: { sectionId: 's-1', number: '1', heading: 'Lease', itemId: 'minute' } },
        aParagraph('s-1', '1', null),
        { type: 'PublicReadmitted', v: 1, data: { after: 'p-1', sectionId: 's-1' } },
      ]),
    );
    expect(minute).toContain(
      'EXCLUSION OF THE PUBLIC\n\nThe public were excluded from the meeting for item 4 under section 50A(4) of the Local Government (Scotland) Act 1973, ' +
        'since exempt information as defined in paragraphs 6 and 8 of Part I of Schedule 7A to that Act was likely to be disclosed.\n\n1. Lease',
    );
    expect(minute).toContain('Paragraph 1.\n\nREADMISSION OF THE PUBLIC\n\nThe public were readmitted to the meeting.');
  });
});
