import { type DueTable } from '../../kernel/due.js';
import { type ActionCorrection, type ActionEvent } from './action.events.js';

const LONGEST = 200;

const due = (actionId: string) => ({ kind: 'action', recordId: actionId, clock: 'due' }) as const;
const shortened = (words: string): string => (words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()}…` : words);

function corrected(actionId: string, { item, words, due: deadline, organisation, officers, exempt }: ActionCorrection) {
  return {
    change: 'carried',
    ...due(actionId),
    ...(item === undefined ? {} : { title: item.title, ...(item.number === undefined ? {} : { number: item.number }) }),
    ...(words === undefined ? {} : { what: shortened(words) }),
    ...(deadline === undefined ? {} : { deadline }),
    ...(organisation === undefined ? {} : { organisation }),
    ...(officers === undefined ? {} : { officers }),
    ...(exempt === undefined ? {} : { exempt }),
  } as const;
}

/** An action’s deadline is met when its officer reports it complete, or a meeting notes it so, whichever comes first. */
export const actionDues: DueTable<ActionEvent> = {
  ActionRaised: ({ data: { actionId, bodyId, on, source, item, words, due: deadline, organisation, officers, exempt } }) => [
    {
      change: 'falls-due',
      ...due(actionId),
      bodyId,
      title: item.title,
      ...(item.number === undefined ? {} : { number: item.number }),
      what: shortened(words),
      deadline,
      saidOn: source.meetingDate ?? on,
      ...(organisation === undefined ? {} : { organisation }),
      officers,
      exempt,
    },
  ],
  ActionExtended: ({ data }) => [{ change: 'carried', ...due(data.actionId), deadline: data.due, saidOn: data.on }],
  ActionDueRecounted: ({ data }) => [{ change: 'carried', ...due(data.actionId), deadline: data.due }],
  ActionTransferred: ({ data: { actionId, organisation, officers } }) => [
    { change: 'carried', ...due(actionId), officers, ...(organisation === undefined ? {} : { organisation }) },
  ],
  ActionReportedComplete: ({ data }) => [{ change: 'met', ...due(data.actionId), on: data.on }],
  ActionNotedComplete: ({ data }) => [{ change: 'met', ...due(data.actionId), on: data.on }],
  ActionDeclined: ({ data }) => [{ change: 'dropped', ...due(data.actionId), on: data.on }],
  ActionReopened: ({ data }) => [{ change: 'live-again', ...due(data.actionId), on: data.on }],
  ActionStruck: ({ data }) => [{ change: 'dropped', ...due(data.actionId), on: data.on }],
  ActionSetAsAgreed: ({ data: { actionId, changes } }) => [corrected(actionId, changes)],
  ActionCorrected: ({ data: { actionId, changes } }) => [corrected(actionId, changes)],
};
