import { projection } from '../../../../kernel/projection.js';
import { type DecisionEvent } from '../../../meetings/record/decision.events.js';
import { type MeetingEvent, meetingIdOf } from '../../../meetings/record/meeting.events.js';
import { type MinuteEvent } from '../../../meetings/record/minute.events.js';
import { type ActionEvent } from '../../action.events.js';

/** One row for every officer an action has ever been with; whether they have it now, the register says. */
export interface ActionOfficerRow {
  readonly key: string;
  readonly officer: string;
  readonly actionId: string;
}

const officerKeys = (actionId: string, officers: readonly string[] = []) => officers.map((officer) => `${actionId}#${officer}`);
const officerRow = (
  _row: ActionOfficerRow | undefined,
  event: { readonly data: { readonly actionId: string } },
  key: string,
): ActionOfficerRow => {
  const { actionId } = event.data;
  return { key, officer: key.slice(actionId.length + 1), actionId };
};

export const actionOfficers = projection<ActionOfficerRow, ActionEvent>({
  name: 'action_officer',
  version: 1,
  columns: { key: { type: 'text' }, officer: { type: 'text' }, actionId: { type: 'text' } },
  primaryKey: 'key',
  indexes: [{ columns: ['officer', 'actionId'] }],
  key: ({ type, data }) => {
    if (type === 'ActionRaised' || type === 'ActionTransferred') return officerKeys(data.actionId, data.officers);
    return type === 'ActionCorrected' ? officerKeys(data.actionId, data.changes.officers) : [];
  },
  on: { ActionRaised: officerRow, ActionTransferred: officerRow, ActionCorrected: officerRow },
});

/** The number a decision's paragraph has now, for decisions whose paragraph was renumbered. */
export interface ActionParagraphRow {
  /** `<meetingId>#<decisionId>` */
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
  version: 2,
  columns: { key: { type: 'text' }, paragraph: { type: 'text' }, numbers: { type: 'json' } },
  primaryKey: 'key',
  indexes: [],
  key: ({ type, data, stream }) => (type === 'ParagraphRenumbered' ? data.decisionIds.map((id) => `${meetingIdOf(stream)}#${id}`) : []),
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
