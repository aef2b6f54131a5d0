import { type IQueryHandler, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { type CitedAgreement, type CitedMeeting } from '../../../kernel/citation.js';
import { MeetingCited } from '../../bodies/meetings.port.js';
import { exemptIn } from '../exempt/exempt.js';
import { type AgreedAction, type Meeting } from '../record/meeting.state.js';
import { MeetingAsItStands } from '../reading/meeting-now.query.js';

@QueryHandler(MeetingCited)
export class MeetingCitedHandler implements IQueryHandler<MeetingCited> {
  constructor(private readonly queries: QueryBus) {}

  async execute({ meetingId }: MeetingCited): Promise<CitedMeeting | null> {
    const meeting = (await this.queries.execute(new MeetingAsItStands(meetingId)))?.meeting;
    if (!meeting) return null;
    const { bodyId, date, status, standings, agenda, decisions, agreed, entries } = meeting;
    const exempt = exemptIn(meeting);
    const struck = new Set(entries.filter((entry) => entry.struck !== undefined).map(({ entryId }) => entryId));
    return {
      meetingId,
      bodyId,
      date,
      opened: standings.length > 0,
      cancelled: status === 'cancelled',
      agenda: agenda.map(({ itemId, number, withdrawn }) => ({
        itemId,
        number,
        exempt: exempt.has(itemId),
        withdrawn: withdrawn !== undefined,
      })),
      decisions: decisions.map(({ decisionId, paragraph, sectionHeading, verb, words, parts, standing, quorum }) => ({
        decisionId,
        paragraph,
        sectionHeading,
        verb,
        words,
        parts,
        exempt: exempt.has(decisionId),
        struck: struck.has(decisionId),
        standing,
        quorum: quorum.explanation,
      })),
      agreed: agreed.map((one) => ({ ...agreementIn(meeting, one), struck: struck.has(one.actionId) })),
    };
  }
}

function agreementIn(
  { paragraphs, sections, attendances }: Meeting,
  { actionId, sectionId, paragraphId, people, others, words, due }: AgreedAction,
): Omit<CitedAgreement, 'struck'> {
  const paragraph = paragraphs.find((one) => one.paragraphId === paragraphId);
  const of = people.map(({ personId }) => attendances.find(({ person }) => person.personId === personId)?.organisation);
  const [organisation] = others.length === 0 && new Set(of).size === 1 ? of : [];
  return {
    actionId,
    paragraph: paragraph?.number ?? null,
    sectionHeading: sections.find((one) => one.sectionId === sectionId)?.heading ?? '',
    words: words ?? paragraph?.text ?? '',
    who: [...people.map(({ name }) => name), ...others],
    ...(organisation !== undefined && { organisation }),
    due: due ?? '',
  };
}
