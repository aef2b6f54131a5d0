import { type History } from '../../kernel/decider.js';
import { type Recorded } from '../../kernel/event.js';
import { given } from '../../kernel/plain.js';
import { type FactOf, type UpdateOf } from '../../kernel/update.js';
import { type ActionEvent, type ActionRaisedData, type ActionSource } from './action.events.js';
import { type Deadline } from '../../kernel/deadline.js';
import { type RecordedActionStatus } from './action-status.js';

/** An action as its events tell it. All dates are calendar dates where the body sits. */
export interface Action {
  readonly actionId: string;
  readonly bodyId: string;
  readonly raisedOn: string;
  readonly source: ActionSource;
  readonly item: ActionRaisedData['item'];
  readonly words: string;
  readonly organisation?: string;
  readonly officers: readonly string[];
  readonly due: Deadline;
  /** The day the due words were used: "next meeting" is the first meeting after it. */
  readonly dueSaidOn: string;
  readonly approvalElsewhere?: {
    readonly by: string;
    readonly given?: { readonly on: string; readonly by: string; readonly words?: string };
  };
  readonly exempt: boolean;
  readonly standing: RecordedActionStatus;
  /** The newest words on how the action stands, with their day; the sheet's Outcome column shows them. */
  readonly outcome?: { readonly on: string; readonly words: string };
  readonly reportedCompleteOn?: string;
  readonly noted?: { readonly on: string; readonly atMeeting: string };
  /** Of an action agreed in discussion: what the minute says of it, as far as the action has followed it. */
  readonly agreed?: ActionAgreed;
  /** Day of the last step that changed the action's standing or deadline: the next such step cannot be earlier. */
  readonly settledOn: string;
}

/** What the minute of a meeting says of an action, with its deadline in words. */
export interface ActionAgreed extends Pick<ActionRaisedData, 'words' | 'officers' | 'organisation' | 'item'> {
  readonly due: string;
}

export type ActionFact = FactOf<ActionEvent>;
/** An update as the register keeps it. */
export type ActionUpdate = UpdateOf<ActionEvent>;

export const awaitsApproval = ({ approvalElsewhere }: Pick<Action, 'approvalElsewhere'>): boolean =>
  approvalElsewhere !== undefined && approvalElsewhere.given === undefined;

/** On the tracker from the day the action is raised until a meeting notes it complete; reported complete or declined, it stays there. One recorded in error never was. */
export const isOnTracker = ({ standing }: Pick<Action, 'standing'>): boolean => standing !== 'noted-complete' && standing !== 'struck';

/** The newest day's words win; words reported late for an earlier day do not displace them. */
const said = (action: Action, on: string, words: string): Pick<Action, 'outcome'> =>
  action.outcome && action.outcome.on > on ? {} : { outcome: { on, words } };

const raised = ({
  on,
  source,
  item,
  words,
  organisation,
  officers,
  due,
  approvalElsewhere,
  exempt,
  actionId,
  bodyId,
}: ActionRaisedData): Action => ({
  actionId,
  bodyId,
  raisedOn: on,
  source,
  item,
  words,
  organisation,
  officers,
  due,
  dueSaidOn: source.meetingDate ?? on,
  approvalElsewhere,
  exempt,
  standing: 'open',
  settledOn: on,
  ...(source.kind === 'discussion' && { agreed: given({ words, officers, organisation, item, due: due.words }) }),
});

/** Nothing can happen to an action that was not raised: it stays `null`. */
export function evolveAction(action: Action | null, event: ActionFact): Action | null {
  if (event.type === 'ActionRaised') return raised(event.data);
  if (!action) return null;
  switch (event.type) {
    case 'ProgressReported':
      return { ...action, ...said(action, event.data.on, event.data.words) };
    case 'ActionExtended':
      return { ...action, due: event.data.due, dueSaidOn: event.data.on, settledOn: event.data.on };
    case 'ActionDueRecounted':
      return { ...action, due: event.data.due };
    case 'ActionTransferred':
      return { ...action, organisation: event.data.organisation ?? action.organisation, officers: event.data.officers };
    case 'ActionReportedComplete': {
      const { on, words } = event.data;
      return { ...action, ...said(action, on, words), standing: 'reported-complete', reportedCompleteOn: on, settledOn: on };
    }
    case 'ActionNotedComplete': {
      const { on, atMeeting } = event.data;
      return { ...action, standing: 'noted-complete', noted: { on, atMeeting }, settledOn: on };
    }
    case 'ActionReopened': {
      const { on, reason } = event.data;
      return {
        ...action,
        ...said(action, on, `Reopened: ${reason}`),
        standing: 'open',
        reportedCompleteOn: undefined,
        noted: undefined,
        settledOn: on,
      };
    }
    case 'ActionDeclined': {
      const { on, reason } = event.data;
      return { ...action, ...said(action, on, `Declined: ${reason}`), standing: 'declined', settledOn: on };
    }
    case 'ApprovalElsewhereGiven': {
      const { on, by, words } = event.data;
      return { ...action, approvalElsewhere: { by: action.approvalElsewhere?.by ?? by, given: { on, by, words } } };
    }
    case 'ActionSetAsAgreed': {
      const { changes } = event.data;
      const { due, ...rest } = changes;
      return { ...action, ...changes, ...(action.agreed && { agreed: { ...action.agreed, ...rest, ...(due && { due: due.words }) } }) };
    }
    case 'ActionStruck':
      return { ...action, standing: 'struck' };
    case 'ActionCorrected': {
      const { changes } = event.data;
      return { ...action, ...changes };
    }
  }
}

/** Stream `action-<bodyId>/<action>`. */
export const actionHistory: History<Action | null> = {
  category: 'action',
  ofBody: 'record',
  initial: null,
  evolve: (action, event) => evolveAction(action, event as Recorded<ActionEvent>),
};
