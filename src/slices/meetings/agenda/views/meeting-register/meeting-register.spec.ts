import { describe, expect, it } from '@jest/globals';
import { aDecision, anOpenMeeting, aParagraph } from '../../../../../../test/support/a-meeting.js';
import { named } from '../../../../../../test/support/a-room.js';
import { recorded } from '../../../../../../test/support/decider-spec.js';
import { type MeetingStreamEvent } from '../../../record/meeting.history.js';
import { meetingRegister, type MeetingRegisterRow } from './meeting-register.projection.js';

type AnyReducer = (row: MeetingRegisterRow | undefined, event: unknown, key: string) => MeetingRegisterRow | undefined;

const rowAfter = (...events: readonly MeetingStreamEvent[]): MeetingRegisterRow | undefined =>
  events.reduce<MeetingRegisterRow | undefined>((row, event, revision) => {
    const reducer = (meetingRegister.on as Record<string, AnyReducer | undefined>)[event.type];
    const one = recorded(event, revision, 'meeting-board/2016-03-03');
    return reducer ? reducer(row, one, meetingRegister.key(one as never) as string) : row;
  }, undefined);

const sum = { quorate: false, present: 2, of: 5, needed: 3, explanation: '2 of 5', declared: false };

describe('the register of meetings', () => {
  it('keys every event by its stream', () =>
    expect(meetingRegister.key(recorded({ type: 'MeetingConcluded', v: 1, data: {} } as const, 3, 'meeting-board/2016-03-03'))).toBe(
      'board/2016-03-03',
    ));

  it('tells whether a quorum was lost by what was resolved without one, and takes it back when that is found otherwise', () => {
    const meeting = anOpenMeeting();
    const two = [aDecision('d-1', {}), aDecision('d-2', { standing: 'informal' })];
    expect(rowAfter(...meeting, ...two)).toMatchObject({ status: 'open', decisions: 2, informal: 1, quorumLost: true });
    const found = (decisionId: string, standing: 'informal' | 'quorate'): MeetingStreamEvent => ({
      type: 'DecisionStandingFound',
      v: 1,
      data: { decisionId, standing, quorum: sum, because: 'corrected' },
    });
    expect(rowAfter(...meeting, ...two, found('d-2', 'quorate'))).toMatchObject({ decisions: 2, informal: 0, quorumLost: false });
    expect(rowAfter(...meeting, ...two, { type: 'EntryStruck', v: 1, data: { entryId: 'd-2', reason: 'x' } })).toMatchObject({
      decisions: 1,
      informal: 0,
      quorumLost: false,
    });
    expect(rowAfter(...meeting, { type: 'QuorumDeclared', v: 1, data: { quorate: false, words: 'Lost.', after: null } })).toMatchObject({
      quorumLost: true,
    });
  });

  it('follows the minute, and is published with it at the latest', () => {
    const meeting = anOpenMeeting();
    const draft = aParagraph('s-1', '1', null);
    const circulated: MeetingStreamEvent = { type: 'MinuteCirculated', v: 1, data: { draft: 1, text: 'x', hash: 'x' } };
    const signed: MeetingStreamEvent = {
      type: 'MinuteSigned',
      v: 1,
      data: { signedBy: named('a'), atMeeting: 'board/2016-06-09', text: 'x', hash: 'x', algorithm: 'sha-256' },
    };
    expect(rowAfter(...meeting)).toMatchObject({ minuteStatus: 'none', published: false });
    expect(rowAfter(...meeting, draft)).toMatchObject({ minuteStatus: 'draft' });
    expect(rowAfter(...meeting, draft, circulated)).toMatchObject({ minuteStatus: 'circulated', published: false });
    expect(rowAfter(...meeting, draft, circulated, signed)).toMatchObject({ minuteStatus: 'signed', published: true });
  });
});
