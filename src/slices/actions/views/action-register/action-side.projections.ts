import { nameKey } from '../../../../kernel/names.js';
import { projection } from '../../../../kernel/projection.js';
import { type DecisionEvent } from '../../../meetings/events/decision.events.js';
import { type MeetingEvent, meetingIdOf } from '../../../meetings/events/meeting.events.js';
import { type MinuteEvent } from '../../../meetings/events/minute.events.js';
import { type ActionEvent } from '../../action.events.js';

/** One row for every officer an action has ever been with; whether they have it now, the register says. */
export interface ActionOfficerRow {
  /** The action, and the key of the officer's name. */
  readonly key: string;
  /** The name as it was last written. */
  readonly officer: string;
  readonly officerKey: string;
  readonly actionId: string;
}

const officersSaid = ({ type, data }: ActionEvent): readonly string[] => {
  if (type === 'ActionRaised' || type === 'ActionTransferred') return data.officers;
  return type === 'ActionCorrected' || type === 'ActionSetAsAgreed' ? (data.changes.officers ?? []) : [];
};
const officerRow = (_row: ActionOfficerRow | undefined, event: ActionEvent, key: string): ActionOfficerRow => {
  const { actionId } = event.data;
  const officerKey = key.slice(actionId.length + 1);
  return { key, officer: officersSaid(event).find((name) => nameKey(name) === officerKey)!, officerKey, actionId };
};

export const actionOfficers = projection<ActionOfficerRow, ActionEvent>({
  name: 'action_officer',
  version: 3,
  columns: { key: { type: 'text' }, officer: { type: 'text' }, officerKey: { type: 'text' }, actionId: { type: 'text' } },
  primaryKey: 'key',
  indexes: [{ columns: ['officerKey', 'actionId', 'officer'] }],
  key: (event) => [...new Set(officersSaid(event).map((officer) => `${event.data.actionId}#${nameKey(officer)}`))],
  on: { ActionRaised: officerRow, ActionTransferred: officerRow, ActionSetAsAgreed: officerRow, ActionCorrected: officerRow },
});

/** The number a paragraph has now, for decisions taken and actions agreed at one that was renumbered. */
export interface ActionParagraphRow {
  /** `<meetingId>#<id>` of the decision or the agreed action. */
  readonly key: string;
  readonly paragraph: string;
  /** Every number the paragraph was given, in the order they were recorded. */
  readonly numbers: readonly Renumbering[];
}

export interface Renumbering {
  readonly to: string;
  readonly happenedAt: string;
  readonly recordedAt: string;
}

export const actionParagraphs = projection<ActionParagraphRow, MinuteEvent>({
  name: 'action_paragraph',
  version: 3,
  columns: { key: { type: 'text' }, paragraph: { type: 'text' }, numbers: { type: 'json' } },
  primaryKey: 'key',
  indexes: [],
  key: ({ type, data, stream }) =>
    type === 'ParagraphRenumbered' ? [...data.decisionIds, ...(data.actionIds ?? [])].map((id) => `${meetingIdOf(stream)}#${id}`) : [],
  on: {
    ParagraphRenumbered: (row, { data: { to }, happenedAt, recordedAt }, key) => ({
      key,
      paragraph: to,
      numbers: [...(row?.numbers ?? []), { to, happenedAt, recordedAt }],
    }),
  },
});

/** What a meeting left over: agenda items it did not take, and decisions to continue. */
export interface CarriedItemRow {
  readonly key: string;
  readonly meetingId: string;
  readonly kind: 'not-taken' | 'continued';
  readonly number: string | null;
  readonly title: string;
  readonly words: string | null;
  readonly paragraph: string | null;
  readonly exempt: boolean;
}

type CarriedEvent = MeetingEvent | DecisionEvent | MinuteEvent;
const itemKey = (stream: string, itemId: string) => `${meetingIdOf(stream)}#item#${itemId}`;
const decisionKey = (stream: string, decisionId: string) => `${meetingIdOf(stream)}#decision#${decisionId}`;

export const carriedItems = projection<CarriedItemRow, CarriedEvent>({
  name: 'carried_item',
  version: 1,
  columns: {
    key: { type: 'text' },
    meetingId: { type: 'text' },
    kind: { type: 'text' },
    number: { type: 'text', nullable: true },
    title: { type: 'text' },
    words: { type: 'text', nullable: true },
    paragraph: { type: 'text', nullable: true },
    exempt: { type: 'boolean' },
  },
  primaryKey: 'key',
  indexes: [{ columns: ['meetingId'] }],
  key: ({ type, data, stream }) => {
    if (type === 'AgendaItemAdded' || type === 'AgendaItemCorrected' || type === 'AgendaItemWithdrawn') return itemKey(stream, data.itemId);
    if (type === 'ItemTaken') return data.itemId === undefined ? [] : itemKey(stream, data.itemId);
    if (type === 'DecisionRecorded' || type === 'DecisionCorrected' || type === 'DecisionExemptionFound')
      return decisionKey(stream, data.decisionId);
    if (type === 'EntryStruck') return decisionKey(stream, data.entryId);
    return type === 'ParagraphRenumbered' ? data.decisionIds.map((id) => decisionKey(stream, id)) : [];
  },
  on: {
    AgendaItemAdded: (_row, { data: { number, title, exempt }, stream }, key) => ({
      key,
      meetingId: meetingIdOf(stream),
      kind: 'not-taken',
      number,
      title,
      words: null,
      paragraph: null,
      exempt: exempt !== undefined,
    }),
    AgendaItemCorrected: (row, { data: { changes, notExempt } }) =>
      row && {
        ...row,
        number: changes.number ?? row.number,
        title: changes.title ?? row.title,
        exempt: changes.exempt !== undefined || (row.exempt && !notExempt),
      },
    AgendaItemWithdrawn: () => undefined,
    ItemTaken: () => undefined,
    DecisionRecorded: (row, { data, stream }, key) =>
      data.outcome.kind === 'continued'
        ? {
            key,
            meetingId: meetingIdOf(stream),
            kind: 'continued',
            number: null,
            title: data.sectionHeading,
            words: data.words,
            paragraph: data.paragraph,
            exempt: data.exempt,
          }
        : row,
    DecisionCorrected: (row, { data: { words } }) => row && { ...row, words },
    DecisionExemptionFound: (row, { data: { exempt } }) => row && { ...row, exempt },
    EntryStruck: () => undefined,
    ParagraphRenumbered: (row, { data: { to } }) => row && { ...row, paragraph: to },
  },
});
