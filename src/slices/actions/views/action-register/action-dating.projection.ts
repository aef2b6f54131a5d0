import { type Deadline } from '../../../../kernel/deadline.js';
import { datings, type DeadlineSaid } from '../../../meetings/meetings.tables.js';
import { type ActionEvent } from '../../action.events.js';

function deadlinesSaid({ type, data }: ActionEvent): readonly DeadlineSaid[] {
  const said = (deadline: Deadline, saidOn?: string): readonly DeadlineSaid[] => [
    { name: data.actionId, kind: 'action', bodyId: data.bodyId, deadline, saidOn },
  ];
  if (type === 'ActionRaised') return said(data.due, data.source.meetingDate ?? data.on);
  if (type === 'ActionExtended') return said(data.due, data.on);
  if (type === 'ActionDueRecounted') return said(data.due);
  return (type === 'ActionCorrected' || type === 'ActionSetAsAgreed') && data.changes.due !== undefined ? said(data.changes.due) : [];
}

/** The datings of actions' deadlines. */
export const actionDatings = datings<ActionEvent>({
  name: 'action_dating',
  version: 4,
  types: ['ActionRaised', 'ActionExtended', 'ActionDueRecounted', 'ActionSetAsAgreed', 'ActionCorrected'],
  said: deadlinesSaid,
  indexes: [
    { columns: ['latest'], where: 'latest IS NOT NULL' },
    { columns: ['bodyId', 'latest'], where: 'latest IS NOT NULL' },
  ],
});
