import { describe, expect, it } from '@jest/globals';
import { anItem, anOpenMeeting, aParagraph, person } from '../../../../test/support/a-meeting.js';
import { ask, given } from '../../../../test/support/decider-spec.js';
import { type CommandFor } from '../../../kernel/command.js';
import { type VotingRule } from '../../bodies/constitution.js';
import { minuteText } from '../document/minute-text.js';
import { minuteDecider } from '../minutes/minute.decider.js';
import { StrikeEntry } from '../minutes/minutes.commands.js';
import { motionDecider } from '../motions/motion.decider.js';
import { MoveMotion, SecondMotion } from '../motions/motions.commands.js';
import { meetingHistory, type MeetingStreamEvent } from '../record/meeting.history.js';
import { type Meeting } from '../record/meeting.state.js';
import { procedureDecider } from './procedure.decider.js';
import { DissentFromRuling, GiveRuling, TakeProceduralMotion } from './procedure.commands.js';

const MEETING = 'board/2016-03-03';
const NO_FACTS = { facts: {} };
type Data = CommandFor<typeof TakeProceduralMotion>['data'];

const motion: readonly MeetingStreamEvent[] = [
  { type: 'MotionMoved', v: 1, data: { motionId: 'm', sectionId: 's-1', text: 'That it be so', movedBy: person('a') } },
  { type: 'MotionSeconded', v: 1, data: { motionId: 'm', secondedBy: person('b') } },
];
/** The board of five sits; `begun`: with an item in hand and a motion on it that stands. */
const sitting = (rules: Partial<VotingRule> = {}, begun = true) =>
  given(meetingHistory, [
    ...anOpenMeeting().map((event): MeetingStreamEvent => {
      if (event.type !== 'MeetingOpened') return event;
      const { standing } = event.data;
      const { constitution } = standing;
      return {
        ...event,
        data: { standing: { ...standing, constitution: { ...constitution, voting: { ...constitution.voting, ...rules } } } },
      };
    }),
    ...(begun ? [anItem('1'), aParagraph('s-1', '1', null), ...motion] : []),
  ]);
const move = (kind: Data['kind'], yes: number, no: number, more: Partial<Data> = {}) =>
  ask(
    TakeProceduralMotion,
    MEETING,
    { kind, movedBy: 'c', secondedBy: 'd', method: 'show-of-hands', counts: { yes, no }, ...more },
    NO_FACTS,
  );
const result = ({ procedures }: Meeting): string => procedures.at(-1)!.vote.result;

describe('a procedural motion', () => {
  it('is put at once while another motion stands, and leaves it as it was', () =>
    sitting()
      .when(procedureDecider, move('closure', 3, 1, { standingOrder: 'Standing Order 14', motionId: 'm' }))
      .thenState((meeting: Meeting) => {
        expect(result(meeting)).toBe('carried');
        expect(meeting.motions[0]!.status).toBe('moved');
        expect(minuteText(meeting)).toContain(
          'PROCEDURAL MOTION\n\nCouncillor C, seconded by Councillor D, moved in terms of Standing Order 14, that the question be now put. On a show of hands 3 voted for and 1 against; it was carried.',
        );
      }));

  it('is put before the first item too', () => {
    sitting({}, false)
      .when(procedureDecider, move('hear-in-public', 4, 1))
      .thenState((meeting: Meeting) => {
        expect(meeting.procedures[0]!.sectionId).toBeNull();
        expect(minuteText(meeting)).toContain(
          'moved that the item be heard in public. On a show of hands 4 voted for and 1 against; it was carried.',
        );
      });
    sitting({}, false)
      .when(procedureDecider, move('closure', 4, 1))
      .thenRefused('procedure.nothing-to-close', { field: 'kind' });
  });

  it('to suspend a standing order names it, and needs two thirds of those voting where nothing is said', () => {
    const suspend = (yes: number, no: number) => move('suspend-standing-order', yes, no, { standingOrder: 'Standing Order 21' });
    sitting()
      .when(procedureDecider, move('suspend-standing-order', 4, 1))
      .thenRefused('procedure.which-standing-order', { field: 'standingOrder' });
    sitting()
      .when(procedureDecider, suspend(3, 2))
      .thenState((meeting: Meeting) => {
        expect(result(meeting)).toBe('not-carried');
        expect(minuteText(meeting)).toContain(
          'moved that Standing Order 21 be suspended. On a show of hands 3 voted for and 2 against; it was not carried, not having two thirds of the votes.',
        );
      });
    sitting()
      .when(procedureDecider, suspend(4, 1))
      .thenState((meeting: Meeting) => expect(result(meeting)).toBe('carried'));
    sitting()
      .when(procedureDecider, suspend(2, 1))
      .thenState((meeting: Meeting) => expect(result(meeting)).toBe('carried'));
  });

  it('needs the share that the constitution has for its kind', () => {
    const procedural = [{ kind: 'closure', share: { numerator: 3, denominator: 4 }, source: 'Standing Order 14' }] as const;
    const closing = (yes: number, no: number, check: (meeting: Meeting) => void) =>
      sitting({ procedural })
        .when(procedureDecider, move('closure', yes, no))
        .thenState(check);
    closing(3, 2, (meeting) =>
      expect(meeting.procedures[0]).toMatchObject({ needs: { source: 'Standing Order 14' }, vote: { result: 'not-carried' } }),
    );
    closing(3, 1, (meeting) => expect(result(meeting)).toBe('carried'));
    const half = { kind: 'closure', share: { numerator: 1, denominator: 2 }, source: 'Standing Order 15' } as const;
    sitting({ procedural: [...procedural, half] })
      .when(procedureDecider, move('closure', 3, 2))
      .thenState((meeting: Meeting) => expect(meeting.procedures[0]).toMatchObject({ needs: { source: 'Standing Order 14' } }));
  });

  it('to pass to the next business makes what stands on the item fall', () => {
    sitting()
      .when(procedureDecider, move('next-business', 3, 2))
      .thenState((meeting: Meeting) => {
        expect(meeting.motions[0]!.status).toBe('fallen');
        expect(minuteText(meeting)).toContain('fell: the meeting passed to the next business.');
      });
    sitting()
      .when(procedureDecider, move('next-business', 2, 3))
      .thenState((meeting: Meeting) => expect(meeting.motions[0]!.status).toBe('moved'));
  });

  it('is moved and seconded by two people who may vote', () => {
    sitting()
      .when(procedureDecider, move('continue', 3, 2, { secondedBy: 'c' }))
      .thenRefused('procedure.not-seconded', { field: 'secondedBy' });
    sitting()
      .when(procedureDecider, move('continue', 3, 2, { secondedBy: undefined }))
      .thenRefused('procedure.not-seconded');
    sitting({ seconder: false })
      .when(procedureDecider, move('continue', 3, 2, { secondedBy: undefined }))
      .thenAccepted();
    sitting()
      .when(procedureDecider, move('continue', 3, 2, { movedBy: 'z' }))
      .thenRefused('motion.not-in-room', { field: 'movedBy' });
    sitting()
      .when(procedureDecider, move('other', 3, 2))
      .thenRefused('procedure.words-missing', { field: 'words' });
    sitting()
      .when(procedureDecider, move('closure', 3, 2, { motionId: 'none' }))
      .thenRefused('motion.unknown');
    sitting()
      .when(procedureDecider, move('continue', 4, 2))
      .thenRefused('vote.too-many');
  });

  const second: readonly MeetingStreamEvent[] = [anItem('2'), aParagraph('s-2', '2', 'p-1')];
  const withdrawn: MeetingStreamEvent = { type: 'MotionWithdrawn', v: 1, data: { motionId: 'm' } };
  const on = (id: string, sectionId: string): MeetingStreamEvent => ({
    type: 'MotionMoved',
    v: 1,
    data: { motionId: id, sectionId, text: 'That', movedBy: person('a') },
  });
  const after = (...events: readonly MeetingStreamEvent[]) =>
    given(meetingHistory, [...anOpenMeeting(), anItem('1'), aParagraph('s-1', '1', null), ...motion, ...events]);

  it('is kept with the motion it interrupts, the order of it and its words, once without "that"', () => {
    const said = (more: Partial<Data>) => {
      let data: object = {};
      sitting()
        .when(procedureDecider, move('suspend-standing-order', 4, 1, { standingOrder: 'Standing Order 21', ...more }))
        .thenAccepted((events) => (data = events[0]!.data));
      return data;
    };
    expect(said({ motionId: 'm' })).toMatchObject({
      motionId: 'm',
      standingOrder: 'Standing Order 21',
      words: 'Standing Order 21 be suspended',
    });
    expect(said({})).not.toHaveProperty('motionId');
    expect(said({ words: 'That the limit of speeches be set aside' })).toMatchObject({ words: 'the limit of speeches be set aside' });
    expect(said({ kind: 'other', words: 'it be recorded that the item waits' })).toMatchObject({
      words: 'it be recorded that the item waits',
    });
    expect(said({ kind: 'other', words: 'That the item wait' })).toMatchObject({ words: 'the item wait' });
  });

  it('may be written down late, where it was: in the item and after the paragraph named', () => {
    after(...second)
      .when(procedureDecider, move('continue', 3, 2, { afterParagraph: '1' }))
      .thenAccepted((events) => expect(events[0]?.data).toMatchObject({ sectionId: 's-1', after: 'p-1' }));
    after(...second)
      .when(procedureDecider, move('continue', 3, 2))
      .thenAccepted((events) => {
        expect(events[0]?.data).toMatchObject({ sectionId: 's-2' });
        expect(events[0]?.data).not.toHaveProperty('after');
      });
    sitting()
      .when(procedureDecider, move('continue', 3, 2, { afterParagraph: '7' }))
      .thenRefused('meeting.no-such-paragraph', { field: 'afterParagraph' });
  });

  it('is not put while the meeting is adjourned', () =>
    after({ type: 'MeetingAdjourned', v: 1, data: { reason: 'Late', after: 'p-1' } })
      .when(procedureDecider, move('continue', 3, 2))
      .thenRefused('meeting.adjourned'));

  it('is decided by no lot where as many are for as against', () =>
    sitting({ castingVote: false })
      .when(procedureDecider, move('continue', 2, 2))
      .thenState((meeting: Meeting) => expect(result(meeting)).toBe('not-carried')));

  it('to close puts a motion that stands: the one named, or one of the item in hand', () => {
    after(withdrawn)
      .when(procedureDecider, move('closure', 3, 1, { motionId: 'm' }))
      .thenRefused('motion.not-live');
    after(withdrawn)
      .when(procedureDecider, move('closure', 3, 1))
      .thenRefused('procedure.nothing-to-close');
    after(...second)
      .when(procedureDecider, move('closure', 3, 1))
      .thenRefused('procedure.nothing-to-close');
    after(...second)
      .when(procedureDecider, move('closure', 3, 1, { motionId: 'm' }))
      .thenAccepted();
    after()
      .when(procedureDecider, move('closure', 3, 1))
      .thenAccepted();
    after(withdrawn)
      .when(procedureDecider, move('continue', 3, 1))
      .thenAccepted();
  });

  it('to pass to the next business leaves what stands on other items, and what stands no more', () =>
    after(...second, on('w', 's-2'), { ...withdrawn, data: { motionId: 'w' } }, on('n', 's-2'))
      .when(procedureDecider, move('next-business', 3, 2))
      .thenAccepted((events) => {
        const fell = events.filter(({ type }) => type === 'MotionFell').map(({ data }) => (data as { motionId: string }).motionId);
        expect(fell).toEqual(['n']);
      }));

  it('is seconded by somebody who is there', () =>
    sitting()
      .when(procedureDecider, move('continue', 3, 2, { secondedBy: 'z' }))
      .thenRefused('motion.not-in-room', { field: 'secondedBy' }));

  it('that was recorded in error is struck', () =>
    sitting()
      .when(procedureDecider, move('continue', 3, 2))
      .and(minuteDecider, (meeting: Meeting) =>
        ask(StrikeEntry, MEETING, { entryId: meeting.procedures[0]!.procedureId, reason: 'Not put' }),
      )
      .thenState((meeting: Meeting) => expect(minuteText(meeting)).not.toContain('PROCEDURAL MOTION')));
});

describe('a ruling of the chair', () => {
  const rule = (more: object) =>
    ask(GiveRuling, MEETING, { kind: 'other', words: 'It was decided in January', ...more } as never, NO_FACTS);
  const dissent = (people: readonly string[]) => (meeting: Meeting) =>
    ask(DissentFromRuling, MEETING, { rulingId: meeting.rulings[0]?.rulingId ?? 'u-none', people: [...people] }, NO_FACTS);

  it('that a motion is not competent makes it fall, with the standing order', () =>
    sitting()
      .when(procedureDecider, rule({ kind: 'not-competent', motionId: 'm', standingOrder: 'Standing Order 9' }))
      .thenState((meeting: Meeting) => {
        expect(meeting.motions[0]!.status).toBe('fallen');
        expect(minuteText(meeting)).toContain(
          'RULING\n\nCouncillor A, in the chair, ruled the motion not competent in terms of Standing Order 9: It was decided in January.\n\nMOTION\n\nThe motion fell.',
        );
      }));

  it('makes fall with a motion whatever would amend it', () => {
    const amends = (motionId: string, amended: string) =>
      ask(MoveMotion, MEETING, { motionId, text: `That ${motionId}`, movedBy: 'c', amends: amended }, { facts: { decisions: [] } });
    sitting()
      .when(motionDecider, amends('m-1', 'm'))
      .and(motionDecider, ask(SecondMotion, MEETING, { motionId: 'm-1', secondedBy: 'd' }))
      .and(motionDecider, amends('m-2', 'm-1'))
      .and(procedureDecider, rule({ kind: 'not-competent', motionId: 'm' }))
      .thenState((meeting: Meeting) => expect(meeting.motions.map(({ status }) => status)).toEqual(['fallen', 'fallen', 'fallen']));
  });

  it('that a member leave names them', () => {
    sitting()
      .when(procedureDecider, rule({ kind: 'asked-to-leave' }))
      .thenRefused('ruling.whom', { field: 'personId' });
    sitting()
      .when(procedureDecider, rule({ kind: 'asked-to-leave', personId: 'd' }))
      .thenState((meeting: Meeting) =>
        expect(minuteText(meeting)).toContain('Councillor A, in the chair, asked Councillor D to leave the meeting: '),
      );
    sitting()
      .when(procedureDecider, rule({ kind: 'order', personId: 'z' }))
      .thenRefused('attendance.not-recorded');
    sitting()
      .when(procedureDecider, rule({ motionId: 'none' }))
      .thenRefused('motion.unknown');
  });

  it('stands in the item in hand, or where it was if it is written down late', () => {
    const two = given(meetingHistory, [
      ...anOpenMeeting(),
      anItem('1'),
      aParagraph('s-1', '1', null),
      anItem('2'),
      aParagraph('s-2', '2', 'p-1'),
    ]);
    const said = (more: object) => {
      let data: object = {};
      two.when(procedureDecider, rule(more)).thenAccepted((events) => (data = events[0]!.data));
      return data;
    };
    expect(said({})).toMatchObject({ sectionId: 's-2', by: person('a') });
    expect(said({})).not.toHaveProperty('after');
    expect(said({ afterParagraph: '1' })).toMatchObject({ sectionId: 's-1', after: 'p-1' });
    two.when(procedureDecider, rule({ afterParagraph: '7' })).thenRefused('meeting.no-such-paragraph');
  });

  it('makes a motion fall where it is that the motion is not competent, and that stands', () => {
    const fallen = given(meetingHistory, [
      ...anOpenMeeting(),
      anItem('1'),
      ...motion,
      { type: 'MotionFell', v: 1, data: { motionId: 'm', why: 'x' } },
    ]);
    fallen.when(procedureDecider, rule({ kind: 'not-competent', motionId: 'm' })).thenRefused('motion.not-live');
    fallen.when(procedureDecider, rule({ kind: 'order', motionId: 'm' })).thenAccepted();
    sitting()
      .when(procedureDecider, rule({ kind: 'competent', motionId: 'm' }))
      .thenState((meeting: Meeting) => expect(meeting.motions[0]!.status).toBe('moved'));
    sitting()
      .when(procedureDecider, rule({ kind: 'not-competent' }))
      .thenState((meeting: Meeting) => expect(meeting.motions[0]!.status).toBe('moved'));
  });

  it('is dissented from once by each, whoever else has', () => {
    const ruled = sitting().when(procedureDecider, rule({ kind: 'urgent' }));
    ruled.and(procedureDecider, dissent(['b', 'c', 'b'])).thenRefused('ruling.dissented-already', { field: 'people.2' });
    ruled
      .and(procedureDecider, dissent(['b']))
      .and(procedureDecider, dissent(['c']))
      .thenAccepted();
  });

  it('is dissented from by name, by several at once, each once', () => {
    const ruled = sitting().when(procedureDecider, rule({ kind: 'urgent' }));
    ruled
      .and(procedureDecider, dissent(['b', 'c']))
      .seen((meeting: Meeting) =>
        expect(minuteText(meeting)).toContain('Councillors B and C asked that their dissent from the ruling be recorded.'),
      )
      .and(procedureDecider, dissent(['c']))
      .thenRefused('ruling.dissented-already', { field: 'people.0' });
    ruled.and(procedureDecider, dissent(['z'])).thenRefused('motion.not-in-room', { field: 'people.0' });
    sitting()
      .when(procedureDecider, dissent(['b']))
      .thenRefused('ruling.unknown');
  });
});
