import { numbered, sameNumber } from '../../../../kernel/names.js';
import { daysBetween, longDate } from '../../../../kernel/dates.js';
import { citationsIn, isPart } from '../../../../kernel/citation.js';
import {
  disagreementsOf,
  entryOf,
  isPublicExcluded,
  type Meeting,
  momentOf,
  paragraphNumbered,
  standingAt,
  sumWhereDeclared,
} from '../../../../slices/meetings/meetings.words.js';
import { type ComparedRecord, type Discrepancy } from './discrepancy.js';
import { dateInWords } from './words-for-dates.js';

/** A notice is given days or weeks before its meeting; a date further off is likely a slip of the pen. */
const FAR_IN_DAYS = 120;

export function noticeDates({ about }: ComparedRecord): Discrepancy[] {
  return about.flatMap((meeting) =>
    meeting.notices.flatMap(({ givenOn, datedAsWritten }): Discrepancy[] => {
      const written = datedAsWritten === undefined ? givenOn : dateInWords(datedAsWritten);
      if (written === null || (written === givenOn && Math.abs(daysBetween(written, meeting.date)) <= FAR_IN_DAYS)) return [];
      return [
        {
          kind: 'notice-date',
          where: meeting.meetingId,
          what:
            written === givenOn
              ? 'The notice was given long before, or after, the meeting.'
              : 'The notice is not dated with the day it was given.',
          recordSays: `dated ${datedAsWritten ?? longDate(givenOn)}`,
          otherSays: `given ${longDate(givenOn)} for the meeting of ${longDate(meeting.date)}`,
        },
      ];
    }),
  );
}

interface Sitting {
  readonly what: string;
  readonly time: string | undefined;
  /** The day it is of, where the meeting went on on another. */
  readonly date?: string | undefined;
}

/** The times at which a meeting began, broke off, went on and ended, in their turn. */
const sittings = ({ openedTime, adjournments, concluded }: Meeting): readonly Sitting[] => [
  { what: 'opened', time: openedTime },
  ...adjournments.map(({ kind, time, date }) => ({ what: kind === 'resumed' ? 'resumed' : 'adjourned', time, date })),
  { what: 'concluded', time: concluded?.time },
];

/** Times of one day that go backwards: a meeting that concluded before it was opened. */
export function timesOutOfOrder({ about }: ComparedRecord): Discrepancy[] {
  return about.flatMap((meeting) => {
    let before: Sitting | undefined;
    return sittings(meeting).flatMap((sitting): Discrepancy[] => {
      if (sitting.date !== undefined) before = undefined;
      if (sitting.time === undefined) return [];
      const last = before;
      before = sitting;
      if (last?.time === undefined || sitting.time >= last.time) return [];
      return [
        {
          kind: 'times-out-of-order',
          where: meeting.meetingId,
          what: 'A time of the meeting is earlier than the one before it.',
          recordSays: `${sitting.what} at ${sitting.time}`,
          otherSays: `${last.what} at ${last.time}`,
        },
      ];
    });
  });
}

const EXCLUDED_IN_WORDS = /\bexclu[^.]*\bpublic\b|\bpublic\b[^.]*\bexclu/i;

/**
 * Items taken in private while the public was not excluded: the Act asks for a resolution (1973 Act s.50A(4)). One in the minute's words counts.
 * What is found does not say what the item was about, since whoever may not read such business reads it too.
 */
export function exemptInPublic({ about }: ComparedRecord): Discrepancy[] {
  return about.flatMap((meeting) => {
    const { agenda, sections, entries, exclusions, paragraphs, annotations, decisions } = meeting;
    const said = [...paragraphs.map(({ text }) => text), ...annotations.map(({ text }) => text), ...decisions.map(({ words }) => words)];
    if (said.some((text) => EXCLUDED_IN_WORDS.test(text))) return [];
    return sections.flatMap(({ sectionId, itemId, number }): Discrepancy[] => {
      const first = entries.find((one) => one.sectionId === sectionId && one.struck === undefined);
      if (!first || agenda.find((item) => item.itemId === itemId)?.exempt === undefined) return [];
      const excluded =
        isPublicExcluded(meeting, momentOf(meeting, first.entryId)) || exclusions.some(({ itemIds = [] }) => itemIds.includes(itemId!));
      if (excluded) return [];
      return [
        {
          kind: 'exempt-in-public',
          where: `${meeting.meetingId}#${number}`,
          what: 'An item was taken in private, and the public was not excluded.',
          recordSays: `item ${number}, taken in private`,
          otherSays: 'no resolution to exclude the public is recorded',
        },
      ];
    });
  });
}

/** People who left the meeting and are not marked so in the sederunt. */
export function unmarkedDepartures({ about }: ComparedRecord): Discrepancy[] {
  return about.flatMap((meeting) =>
    meeting.attendances.flatMap(({ person, spells }) =>
      spells
        .filter(({ to, sederuntNote }) => to !== undefined && sederuntNote === '')
        .map(({ words }): Discrepancy => ({
          kind: 'unmarked-departure',
          where: `${meeting.meetingId}#${person.personId}`,
          what: `${person.name} left the meeting and is not marked in the sederunt.`,
          recordSays: 'there throughout, by the sederunt',
          otherSays: words || 'left before the end, by the minute',
        })),
    ),
  );
}

/** Declarations of the quorum that the rule contradicts, or whose rule is not in the record. */
export function quorumDeclared({ about }: ComparedRecord): Discrepancy[] {
  return about.flatMap((meeting) =>
    meeting.declarations.flatMap((declaration): Discrepancy[] => {
      const { quorate, words, after } = declaration;
      const rule = standingAt(meeting, momentOf(meeting, after) + 1)?.constitution.quorum;
      const sum = sumWhereDeclared(meeting, declaration);
      const unknown = rule?.kind === 'unknown';
      if (!unknown && (sum.quorate === null || sum.quorate === quorate)) return [];
      return [
        {
          kind: 'quorum-declared',
          where: meeting.meetingId,
          what: unknown
            ? `The quorum was declared ${quorate ? 'there' : 'lost'}, and the record does not give the rule.`
            : `The quorum was declared ${quorate ? 'there' : 'lost'} against the sum.`,
          recordSays: words,
          otherSays: sum.explanation,
        },
      ];
    }),
  );
}

/** Losses of the quorum that nobody declared where they were. */
export function quorumUndeclared({ about }: ComparedRecord): Discrepancy[] {
  return about.flatMap((meeting) =>
    disagreementsOf(meeting)
      .filter(({ kind }) => kind === 'lost-undeclared')
      .map(({ at, explanation }): Discrepancy => ({
        kind: 'quorum-undeclared',
        where: at.after === null ? meeting.meetingId : `${meeting.meetingId}#${at.after}`,
        what: `The quorum was lost ${at.from}, and nobody declared it.`,
        recordSays: 'nothing of the quorum there',
        otherSays: explanation,
      })),
  );
}

/** References back to paragraphs that are not in their minute, or to minutes that are not here. */
export function citations({ bodyId, meetings, about }: ComparedRecord): Discrepancy[] {
  const byDate = new Map(meetings.map((meeting) => [meeting.date, meeting]));
  return about.flatMap((meeting) =>
    textsOf(meeting).flatMap(({ paragraph, text }) =>
      citationsIn(text).flatMap((cited): Discrepancy[] => {
        const where = `${meeting.meetingId}#${paragraph}`;
        const target = byDate.get(cited.meetingDate);
        if (target?.openedAt === undefined) {
          return [
            {
              kind: 'citation-outside',
              where,
              what: 'A minute is cited that is not in the record here.',
              recordSays: cited.words,
              otherSays: `${bodyId} has no minute of ${longDate(cited.meetingDate)} here`,
            },
          ];
        }
        if (has(target, cited.paragraph, cited.part)) return [];
        const named = cited.part === undefined ? cited.paragraph : `${cited.paragraph}(${cited.part})`;
        return [
          {
            kind: 'citation-missing',
            where,
            what: 'A paragraph is cited that does not exist.',
            recordSays: cited.words,
            otherSays: `the minute of ${longDate(cited.meetingDate)} has no paragraph ${named}`,
          },
        ];
      }),
    ),
  );
}

function has(meeting: Meeting, number: string, part: string | undefined): boolean {
  const section = numbered(meeting.sections, number);
  const paragraph = paragraphNumbered(meeting, number);
  if (!section && !paragraph) return false;
  if (part === undefined) return true;
  return meeting.decisions.some(
    (one) =>
      (sameNumber(one.paragraph, number) || one.sectionId === section?.sectionId) && one.parts.some(({ letter }) => isPart(letter, part)),
  );
}

/** The texts of the minute, each with its paragraph. */
function textsOf(meeting: Meeting): { readonly paragraph: string; readonly text: string }[] {
  const standing = (entryId: string): boolean => entryOf(meeting, entryId)?.struck === undefined;
  return [
    ...meeting.paragraphs.filter(({ paragraphId }) => standing(paragraphId)).map(({ number, text }) => ({ paragraph: number, text })),
    ...meeting.decisions
      .filter(({ decisionId }) => standing(decisionId))
      .flatMap(({ paragraph, words, parts }) => [words, ...parts.map(({ text }) => text)].map((text) => ({ paragraph, text }))),
  ];
}
