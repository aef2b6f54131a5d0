import { longDate } from '../../../../kernel/dates.js';
import { type DecisionState, type Meeting, entryOf } from '../../../../slices/meetings/meetings.words.js';
import { type ComparedRecord, type Discrepancy } from './discrepancy.js';
import { dateInWords } from './words-for-dates.js';

/** Actions that the sheet groups under a date on which the record has no meeting. */
export function sheetHeadings({ meetings, actions }: ComparedRecord): Discrepancy[] {
  const dates = new Set(meetings.map(({ date }) => date));
  return actions.flatMap(({ actionId, source }): Discrepancy[] => {
    const headed = dateInWords(source.heading);
    if (headed === null || headed === source.meetingDate || dates.has(headed)) return [];
    return [
      {
        kind: 'sheet-heading',
        where: actionId,
        what: 'The action sheet groups the action under a meeting that is not the one it came from.',
        recordSays: source.heading,
        otherSays:
          source.meetingDate === undefined
            ? `no meeting on ${longDate(headed)} is in the record`
            : `the meeting was on ${longDate(source.meetingDate)}`,
      },
    ];
  });
}

/**
 * Actions whose number on the sheet differs from the minute's. The sheet numbers items by the agenda, the minute by its sections: the two
 * need not agree, and a reader who compares them should know.
 */
export function itemNumbers({ meetings, actions }: ComparedRecord): Discrepancy[] {
  return actions.flatMap(({ actionId, item, source }): Discrepancy[] => {
    const paragraph =
      source.kind === 'decision' ? (decisionOf(meetings, source.decision)?.paragraph ?? source.paragraph) : source.paragraph;
    const [sheet, section] = [Number.parseInt(item.number ?? '', 10), Number.parseInt(paragraph ?? '', 10)];
    if (Number.isNaN(sheet) || Number.isNaN(section) || sheet === section) return [];
    return [
      {
        kind: 'sheet-item-number',
        where: actionId,
        what: 'The action sheet numbers the item otherwise than the minute.',
        recordSays: `item ${item.number} ${item.title}`,
        otherSays: `paragraph ${paragraph} of the minute`,
      },
    ];
  });
}

/** Acts that are done by being agreed: nobody is left with anything to do. */
const DONE_BY_AGREEING =
  '(?:note|approve|endorse|accept|adopt|welcome|appoint|elect|confirm|homologate|ratify|ratifie|suspend|adjourn|exclude|thank|delegate)(?:e?d)?\\b';
const NOTHING_TO_DO = new RegExp(
  `^(?:to take )?no (?:further )?action\\b|^(?:as )?an? (?:true and )?(?:correct|accurate|true) record\\b|^(?:to )?${DONE_BY_AGREEING}|^that .*\\bbe ${DONE_BY_AGREEING}`,
  'i',
);
/** More than one sentence, or one that goes on to something else. */
const GOES_ON = /[.;]\s+(?!and$)\S|\b(?:and|but) (?:to|that)\b/i;

/** Whether what was agreed leaves somebody something to do; where that cannot be told, it does. */
export function instructsSomebody(text: string): boolean {
  const said = text.trim().replace(/^agreed\b[\s:,]*/i, '');
  return GOES_ON.test(said) || !NOTHING_TO_DO.test(said);
}

/**
 * AGREED decisions, or parts of them, without an action: none that rests on the decision, nor one agreed in discussion at its paragraph. None are
 * reported if the body keeps no action sheet, or for what instructs nobody.
 */
export function agreedWithoutAction({ about, keepsSheet, actions }: ComparedRecord): Discrepancy[] {
  if (!keepsSheet) return [];
  const raised = Map.groupBy(
    actions.flatMap(({ source }) => (source.kind === 'decision' ? [source] : [])),
    ({ decision }) => `${decision.meetingId}#${decision.decisionId}`,
  );
  const inDiscussion = new Set(
    actions.flatMap(({ source }) => (source.kind === 'discussion' ? [`${source.meetingId}#${source.paragraph}`] : [])),
  );
  return about.flatMap((meeting) =>
    meeting.decisions
      .filter(({ verb, decisionId }) => verb === 'AGREED' && entryOf(meeting, decisionId)?.struck === undefined)
      .filter(({ paragraph }) => !inDiscussion.has(`${meeting.meetingId}#${paragraph}`))
      .flatMap((decision) => withoutAction(meeting, decision, raised.get(`${meeting.meetingId}#${decision.decisionId}`) ?? [])),
  );
}

function withoutAction(
  meeting: Meeting,
  { paragraph, words, parts }: DecisionState,
  raised: readonly { readonly part?: string }[],
): Discrepancy[] {
  if (raised.some(({ part }) => part === undefined)) return [];
  const open =
    parts.length === 0
      ? raised.length === 0
        ? [{ letter: undefined, text: words }]
        : []
      : parts.filter(({ letter }) => raised.every(({ part }) => part !== letter));
  return open
    .filter(({ text }) => instructsSomebody(text))
    .map(({ letter, text }) => ({
      kind: 'agreed-without-action',
      where: `${meeting.meetingId}#${paragraph}${letter === undefined ? '' : `(${letter})`}`,
      what: 'What was agreed has no action.',
      recordSays: letter === undefined ? text : `AGREED (${letter}) ${text}`,
      otherSays: 'the action sheet has no row for it',
    }));
}

const decisionOf = (
  meetings: readonly Meeting[],
  ref: { readonly meetingId: string; readonly decisionId: string },
): DecisionState | undefined =>
  meetings.find(({ meetingId }) => meetingId === ref.meetingId)?.decisions.find(({ decisionId }) => decisionId === ref.decisionId);
