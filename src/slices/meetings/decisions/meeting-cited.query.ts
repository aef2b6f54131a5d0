import { type IQueryHandler, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { type CitedMeeting } from '../../../kernel/citation.js';
import { MeetingCited } from '../../bodies/meetings.port.js';
import { MeetingAsItStands } from '../reading/meeting-now.query.js';

@QueryHandler(MeetingCited)
export class MeetingCitedHandler implements IQueryHandler<MeetingCited> {
  constructor(private readonly queries: QueryBus) {}

  async execute({ meetingId }: MeetingCited): Promise<CitedMeeting | null> {
    const meeting = (await this.queries.execute(new MeetingAsItStands(meetingId)))?.meeting;
    if (!meeting) return null;
    const { bodyId, date, status, standings, agenda, decisions, entries } = meeting;
    const struck = new Set(entries.filter((entry) => entry.struck !== undefined).map(({ entryId }) => entryId));
    return {
      meetingId,
      bodyId,
      date,
      opened: standings.length > 0,
      cancelled: status === 'cancelled',
      agenda: agenda.map(({ itemId, number, exempt, withdrawn }) => ({
        itemId,
        number,
        exempt: exempt !== undefined,
        withdrawn: withdrawn !== undefined,
      })),
      decisions: decisions.map(({ decisionId, paragraph, sectionHeading, verb, words, parts, exempt, standing, quorum }) => ({
        decisionId,
        paragraph,
        sectionHeading,
        verb,
        words,
        parts,
        exempt,
        struck: struck.has(decisionId),
        standing,
        quorum: quorum.explanation,
      })),
    };
  }
}
