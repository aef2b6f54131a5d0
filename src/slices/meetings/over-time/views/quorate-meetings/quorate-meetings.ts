import { longDate } from '../../../../../kernel/dates.js';

export interface MeetingQuorum {
  readonly meetingId: string;
  readonly date: string;
  readonly title: string;
  /** `true`: a quorum throughout. `false`: it was lost, or never there. `null`: the record cannot tell. */
  readonly quorate: boolean | null;
  /** The paragraphs of the minute at which the quorum was lost, and regained. */
  readonly losses: readonly {
    readonly fromParagraph: string | null;
    readonly afterParagraph: string | null;
    /** The place of the loss in words. */
    readonly from: string;
    readonly words: string;
    readonly declared: boolean;
    readonly regainedAt: string | null;
  }[];
}

export interface QuorateMeetings {
  readonly bodyId: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly meetings: readonly MeetingQuorum[];
  readonly quorate: number;
  readonly inquorate: number;
  readonly notStated: number;
  /** Meetings that were held and are not public yet. */
  readonly leftOut: number;
}

export function quorateText({ bodyId, meetings, quorate, inquorate, notStated, leftOut }: QuorateMeetings): string {
  const lines = [
    `Meetings of ${bodyId}: ${meetings.length} held, ${quorate} quorate throughout, ${inquorate} without a quorum at some time, ${notStated} not stated`,
    '',
  ];
  for (const { date, title, quorate: stood, losses } of meetings) {
    lines.push(`${longDate(date)}, ${title}: ${stood === null ? 'not stated' : stood ? 'quorate throughout' : 'quorum lost'}`);
    for (const { from, words, regainedAt } of losses) {
      lines.push(`  ${from}: ${words}${regainedAt === null ? '' : `; regained at para. ${regainedAt}`}`);
    }
  }
  if (leftOut > 0) lines.push('', `${leftOut} more held, whose minute is not published yet.`);
  return `${lines.join('\n').trimEnd()}\n`;
}
