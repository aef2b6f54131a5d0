import { describe, expect, it } from '@jest/globals';
import { ask, type Circumstances, given } from '../../../test/support/decider-spec.js';
import { type CitedAgreement } from '../../kernel/citation.js';
import { actionDecider } from './action.decider.js';
import { type ActionEvent } from './action.events.js';
import { type ActionFacts, type MeetingFacts } from './action.facts.js';
import { actionHistory } from './action.state.js';
import { FollowAgreedAction, ReportProgress, TransferAction } from './actions.commands.js';

const TARGET = 'high-street/a-1';
const MEETING = 'high-street/2026-03-03';
const entry: CitedAgreement = {
  actionId: 'a-1',
  paragraph: '3',
  sectionHeading: 'BINS',
  words: 'Mr Smith to write to the Council.',
  who: ['Mr J. Smith'],
  due: '',
  struck: false,
};
const minuted = (more: Partial<CitedAgreement> = {}): MeetingFacts => ({
  meetingId: MEETING,
  bodyId: 'high-street',
  date: '2026-03-03',
  opened: true,
  decisions: [],
  agreed: [{ ...entry, ...more }],
});
const facts = (meeting: MeetingFacts | null): Circumstances<ActionFacts> => ({
  facts: { timeZone: 'Europe/London', meetings: ['2026-03-03', '2026-05-05'], meeting, holidays: [] },
  happenedAt: '2026-03-04T10:00:00.000Z',
});
const follow = (meeting: MeetingFacts | null, because = 'the minute was corrected: a slip') =>
  ask(FollowAgreedAction, TARGET, { meetingId: MEETING, because }, facts(meeting));

const named = { actionId: TARGET, bodyId: 'high-street' };
const raised: ActionEvent = {
  type: 'ActionRaised',
  v: 1,
  data: {
    ...named,
    on: '2026-03-03',
    source: {
      kind: 'discussion',
      meetingId: MEETING,
      entryId: 'a-1',
      paragraph: '3',
      heading: '3 March 2026',
      meetingDate: '2026-03-03',
    },
    item: { title: 'BINS' },
    words: entry.words,
    officers: ['Mr J. Smith'],
    due: { words: '', kind: 'none', explanation: 'no time was named' },
    exempt: false,
  },
};
const step = { ...named, on: '2026-03-03' };

describe('an action that follows the minute', () => {
  it('is raised as the minute has it, on the day of its meeting, once', () => {
    given(actionHistory)
      .when(actionDecider, follow(minuted()))
      .thenAccepted(([event]) => {
        const { due: _due, ...data } = raised.data;
        expect(event).toMatchObject({ type: 'ActionRaised', data });
      });
    given(actionHistory, [raised]).when(actionDecider, follow(minuted())).thenRefused('action.as-agreed-already');
  });

  it('has its deadline counted from the words of the minute', () =>
    given(actionHistory)
      .when(actionDecider, follow(minuted({ due: 'next meeting', paragraph: null, organisation: 'NHS' })))
      .thenAccepted(([event]) => {
        expect(event?.data).toMatchObject({ due: { words: 'next meeting', latest: '2026-05-05' }, organisation: 'NHS' });
        expect(event?.data).not.toHaveProperty('source.paragraph');
      }));

  it('is set as the minute has it, in what the minute says otherwise alone', () => {
    given(actionHistory, [raised])
      .when(actionDecider, follow(minuted({ who: ['Ms A. Bell'], sectionHeading: 'REFUSE' })))
      .then({
        type: 'ActionSetAsAgreed',
        v: 1,
        data: {
          ...step,
          changes: { officers: ['Ms A. Bell'], item: { title: 'REFUSE' } },
          because: 'the minute was corrected: a slip',
        },
      });
    const transfer = ask(TransferAction, TARGET, { officers: ['The Clerk'], reason: 'Asked to.' }, facts(null));
    given(actionHistory, [raised])
      .when(actionDecider, transfer)
      .and(actionDecider, follow(minuted({ words: 'Write twice.' })))
      .then({
        type: 'ActionSetAsAgreed',
        v: 1,
        data: { ...step, changes: { words: 'Write twice.' }, because: 'the minute was corrected: a slip' },
      });
  });

  it('follows a deadline that is put right, and one set right twice the second time too', () => {
    const twice = given(actionHistory, [raised])
      .when(actionDecider, follow(minuted({ due: 'end of June 2026' })))
      .and(actionDecider, follow(minuted({ due: 'end of July 2026' })));
    twice.thenAccepted(([event]) => expect(event?.data).toMatchObject({ changes: { due: { latest: '2026-07-31' } } }));
    twice.and(actionDecider, follow(minuted({ due: 'end of July 2026' }))).thenRefused('action.as-agreed-already');
  });

  it('is struck with its entry, and nothing more is recorded of it', () => {
    const struck = given(actionHistory, [raised]).when(actionDecider, follow(minuted({ struck: true }), 'Recorded twice.'));
    struck.then({ type: 'ActionStruck', v: 1, data: { ...step, because: 'Recorded twice.' } });
    struck.and(actionDecider, ask(ReportProgress, TARGET, { words: 'Begun.' }, facts(null))).thenRefused('action.struck');
    struck.and(actionDecider, follow(minuted({ struck: true }))).thenRefused('action.struck');
    given(actionHistory)
      .when(actionDecider, follow(minuted({ struck: true })))
      .thenRefused('action.agreed-in-error');
  });

  it('is of the meeting that agreed it', () => {
    given(actionHistory).when(actionDecider, follow(null)).thenRefused('action.not-agreed', { field: 'meetingId' });
    given(actionHistory)
      .when(actionDecider, follow(minuted({ actionId: 'a-2' })))
      .thenRefused('action.not-agreed');
    const other = { ...raised, data: { ...raised.data, source: { kind: 'cited', heading: '3 March 2026' } } } as ActionEvent;
    given(actionHistory, [other]).when(actionDecider, follow(minuted())).thenRefused('action.not-agreed');
  });
});
