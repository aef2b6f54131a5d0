import { type Deadline } from '../../kernel/deadline.js';
import { type DueChange, type DueName, type DueTable } from '../../kernel/due.js';
import { type DirectionEvent, type DirectionNamed, type Ended } from './direction.events.js';

const name = ({ bodyId, direction }: DirectionNamed, clock: string): DueName => ({
  kind: 'direction',
  recordId: `${bodyId}/${direction}`,
  clock,
});
const unsaid = (what: string): Deadline => ({ words: '', kind: 'none', explanation: `the direction does not say ${what}` });
const dropped = (ended: Ended): DueChange[] => ended.clocks.map((clock) => ({ change: 'dropped', ...name(ended, clock), on: ended.on }));

/** The deadlines these events begin, change or end: timeframes and review run from the approval, an acknowledgement from its issue. */
export const directionDues: DueTable<DirectionEvent> = {
  DirectionApproved: ({ data }) => {
    const { bodyId, title, recipients, timeframes, review, exempt } = data;
    const common = { change: 'falls-due', bodyId, title, officers: [], exempt, saidOn: data.on } as const;
    const deadline = timeframes ?? unsaid('by when it is to be carried out');
    const reviewed = review ?? unsaid('when it is reviewed');
    return [
      { ...common, ...name(data, 'timeframe'), what: 'carry out the direction', deadline, organisation: recipients.join(', ') },
      { ...common, ...name(data, 'review'), what: 'review the direction', deadline: reviewed, sort: 'review' },
    ];
  },
  DirectionIssued: ({ data }) =>
    data.to.map((to) => ({
      change: 'falls-due',
      ...name(data, `acknowledge-${to.recipient}`),
      bodyId: data.bodyId,
      title: data.title,
      what: 'acknowledge the direction',
      deadline: data.acknowledge,
      saidOn: data.on,
      organisation: to.name,
      officers: [],
      exempt: data.exempt,
    })),
  DirectionAcknowledged: ({ data }) => [{ change: 'met', ...name(data, `acknowledge-${data.recipient}`), on: data.on }],
  DirectionReported: ({ data }) => (data.timeframeMet ? [{ change: 'met', ...name(data, 'timeframe'), on: data.on }] : []),
  DirectionReviewed: ({ data }) => [
    { change: 'met', ...name(data, 'review'), on: data.on },
    ...(data.next
      ? ([
          { change: 'carried', ...name(data, 'review'), deadline: data.next, saidOn: data.on },
          { change: 'live-again', ...name(data, 'review'), on: data.on },
        ] as const)
      : []),
  ],
  DirectionCompleted: ({ data }) =>
    dropped(data).map((one): DueChange => ('clock' in one && one.clock === 'timeframe' ? { ...one, change: 'met', on: data.on } : one)),
  DirectionReplaced: ({ data }) => dropped(data),
  DirectionRevoked: ({ data }) => dropped(data),
  DirectionCorrected: ({ data }) => {
    const { title, recipients, timeframes, review, exempt } = data.changes;
    const shown = { ...(title !== undefined && { title }), ...(exempt !== undefined && { exempt }) };
    const organisation = recipients?.map((one) => one.name).join(', ');
    return [
      {
        change: 'carried',
        ...name(data, 'timeframe'),
        ...shown,
        ...(timeframes && { deadline: timeframes }),
        ...(organisation && { organisation }),
      },
      { change: 'carried', ...name(data, 'review'), ...shown, ...(review && { deadline: review }) },
    ];
  },
};
