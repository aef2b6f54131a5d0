import { type Recorded } from '../../../../kernel/event.js';
import { projection } from '../../../../projections/projection.js';
import { type ActionEvent } from '../../../actions/action.events.js';
import { type DecisionEvent } from '../../../decisions/decision.events.js';
import { type MinuteEvent } from '../../../minutes/minute.events.js';
import { type DecisionRef } from '../../../motions/motion.events.js';
import { entryRef } from '../../refs.js';

/** What led to what, where the two stand in different streams: from the earlier record to what came of it. */
export interface RecordLink {
  readonly linkId: string;
  readonly from: string;
  readonly to: string;
  readonly how:
    'action raised' | 'noted complete' | 'ratified' | 'not ratified' | 'rescinded' | 'superseded' | 'minute approved' | 'minute corrected';
  readonly happenedAt: string;
  readonly recordedAt: string;
}

type Linking = ActionEvent | DecisionEvent | MinuteEvent;

const link = (event: Recorded<Linking>, from: string, to: string, how: RecordLink['how'], key: string): RecordLink => ({
  linkId: key,
  from,
  to,
  how,
  happenedAt: event.happenedAt,
  recordedAt: event.recordedAt,
});
const decision = ({ meetingId, decisionId }: DecisionRef): string => entryRef(meetingId, decisionId);
const meetingOf = (event: Recorded<Linking>): string => event.stream.slice('meeting-'.length);

/** Raise `version` when a row's meaning changes: the engine rebuilds beside the old table. */
export const recordLinks = projection<RecordLink, Linking>({
  name: 'record_link',
  version: 2,
  columns: {
    linkId: { type: 'text' },
    from: { type: 'text' },
    to: { type: 'text' },
    how: { type: 'text' },
    happenedAt: { type: 'instant' },
    recordedAt: { type: 'instant' },
  },
  primaryKey: 'linkId',
  indexes: [{ columns: ['from'] }, { columns: ['to'] }],
  key: (event) => event.id,
  on: {
    ActionRaised: (_row, event, key) => {
      const { source, actionId } = event.data;
      return source.kind === 'decision'
        ? link(event, decision(source.decision), event.stream.slice('action-'.length) || actionId, 'action raised', key)
        : undefined;
    },
    ActionNotedComplete: (_row, event, key) =>
      link(
        event,
        event.stream.slice('action-'.length),
        event.data.decision ? decision(event.data.decision) : event.data.atMeeting,
        'noted complete',
        key,
      ),
    DecisionRatified: (_row, event, key) => link(event, decision(event.data.decision), decision(event.data.by), 'ratified', key),
    RatificationDeclined: (_row, event, key) => link(event, decision(event.data.decision), decision(event.data.by), 'not ratified', key),
    DecisionRescinded: (_row, event, key) => link(event, decision(event.data.decision), decision(event.data.by), 'rescinded', key),
    DecisionSuperseded: (_row, event, key) => link(event, decision(event.data.decision), decision(event.data.by), 'superseded', key),
    MinuteApproved: (_row, event, key) => link(event, meetingOf(event), decision(event.data.by), 'minute approved', key),
    SignedMinuteCorrected: (_row, event, key) => link(event, meetingOf(event), decision(event.data.by), 'minute corrected', key),
  },
});
