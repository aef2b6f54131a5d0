import { type Recorded } from '../../../../../kernel/event.js';
import { type MinuteStyle, type PersonNamed, type Standing } from '../../../../bodies/bodies.words.js';
import { parseDecision, USUAL_VERBS } from '../../../decisions/parse-decision.js';
import { assembleMinute } from '../../../document/assemble.js';
import { type MinuteDocument } from '../../../document/minute-document.js';
import { roman } from '../../../../../kernel/roman.js';
import { evolveMeeting, type MeetingStreamEvent } from '../../../record/meeting.history.js';
import { noMeeting } from '../../../record/meeting.state.js';

const named = (personId: string, name: string): PersonNamed => ({ personId, name });
const CHAIR = named('a-aird', 'Councillor A. Aird');
const VICE = named('b-bain', 'Councillor B. Bain');
const MEMBER = named('c-cole', 'Councillor C. Cole');
const OFFICER = named('d-dunn', 'D. Dunn');
const DATE = '2026-03-03';

const standingOf = (bodyName: string, minuteStyle: MinuteStyle): Standing => ({
  bodyId: 'sample',
  bodyName,
  timeZone: 'Europe/London',
  asOf: DATE,
  constitution: {
    versionId: 'sample',
    from: DATE,
    quorum: { kind: 'number', atLeast: 2 },
    voting: { majorityOf: 'votes-cast', castingVote: true, tie: 'not-carried', appointments: 'lot', seconder: true },
    presiding: { order: ['chair', 'vice-chair', 'member-chosen'], substituteMayPreside: false },
    substitutes: { allowed: 'none', who: 'named' },
    notice: { clearDays: 3, countWeekends: true, countHolidays: true },
    references: {},
    verbs: [],
    source: '',
  },
  roll: [VICE, CHAIR, MEMBER].map((holder) => ({ seatId: holder.personId, label: holder.name, voting: true, holder, substitutes: [] })),
  offices: [
    { office: 'chair', holder: CHAIR },
    { office: 'vice-chair', holder: VICE },
  ],
  minuteStyle,
});

/** Everything that a style words or lays out in its own way, in a meeting that nobody held. */
function eventsOf(bodyName: string, style: MinuteStyle): readonly MeetingStreamEvent[] {
  const number = (taken: number, agenda: string): string =>
    style.numbering === 'agenda' ? agenda : style.numbering === 'roman' ? roman(taken).toUpperCase() : String(taken);
  const came = (person: PersonNamed, role: string | undefined, as: 'present' | 'in-attendance' = 'present'): MeetingStreamEvent => ({
    type: 'AttendanceRecorded',
    v: 1,
    data: { person, as, how: 'in-room', after: null, ...(role && { role }), ...(as === 'present' && { seatId: person.personId }) },
  });
  const item = (taken: number, agenda: string, heading: string): MeetingStreamEvent => ({
    type: 'ItemTaken',
    v: 1,
    data: { sectionId: `s-${taken}`, number: number(taken, agenda), heading },
  });
  const paragraph = (taken: number, agenda: string, text: string, after: string | null): MeetingStreamEvent => ({
    type: 'ParagraphRecorded',
    v: 1,
    data: { paragraphId: `p-${taken}`, sectionId: `s-${taken}`, number: number(taken, agenda), text, after },
  });
  const decision = (taken: number, agenda: string, typed: string): MeetingStreamEvent => {
    const { verb, words, parts } = parseDecision(typed, USUAL_VERBS, new Set(), style) ?? { verb: 'AGREED', words: typed, parts: [] };
    return {
      type: 'DecisionRecorded',
      v: 1,
      data: {
        decisionId: `d-${taken}`,
        meetingId: 'sample/sample',
        bodyId: 'sample',
        meetingDate: DATE,
        sectionId: `s-${taken}`,
        sectionHeading: '',
        paragraphId: `p-${taken}`,
        paragraph: number(taken, agenda),
        after: `p-${taken}`,
        ...{ verb, words, parts },
        outcome: { kind: 'resolved' },
        standing: 'quorate',
        quorum: { quorate: true, present: 3, of: 3, needed: 2, explanation: '', declared: false },
        exempt: false,
      },
    };
  };
  const inCapitals = style.verbs === 'capitals';
  const meeting = {
    meetingId: 'sample/sample',
    bodyId: 'sample',
    title: bodyName,
    date: DATE,
    time: '14:00',
    place: 'the Council Chamber',
  };
  return [
    { type: 'MeetingCalled', v: 1, data: { ...meeting, mode: 'in-person', timeZone: 'Europe/London' } },
    { type: 'MeetingOpened', v: 1, data: { standing: standingOf(bodyName, style) } },
    came(MEMBER, undefined),
    came(VICE, `Vice-${style.chair}`),
    came(CHAIR, style.chair),
    came(OFFICER, 'Clerk', 'in-attendance'),
    item(1, '1', 'MINUTE'),
    paragraph(1, '1', 'There had been circulated copies of the Minute of the meeting held on 9 December 2025.', null),
    decision(
      1,
      '1',
      inCapitals ? 'APPROVED the Minute.' : style.lead === undefined ? 'The Minute was approved.' : 'to approve the Minute.',
    ),
    item(2, '4', 'WINTER MAINTENANCE'),
    paragraph(2, '4', 'There had been circulated copies of a report on the gritting of footways.', 'd-1'),
    decision(
      2,
      '4',
      `${inCapitals ? 'AGREED:\n' : style.lead === undefined ? 'It was agreed:\n' : ''}(a) to note the report; and\n(b) to ask for another in June.`,
    ),
    {
      type: 'ActionAgreed',
      v: 1,
      data: {
        actionId: 'a-2',
        sectionId: 's-2',
        paragraphId: 'p-2',
        people: [OFFICER],
        others: [],
        due: 'by the end of May',
        after: 'd-2',
      },
    },
    { type: 'MemberLeft', v: 1, data: { person: MEMBER, after: 'a-2', sectionId: 's-2' } },
    { type: 'ChairTaken', v: 1, data: { person: VICE, reason: `the ${style.chair} had to leave`, after: 'a-2', sectionId: 's-2' } },
    { type: 'MeetingConcluded', v: 1, data: { time: '16:15' } },
  ];
}

/** A short meeting that nobody held, in a style: what is shown while the style is chosen. */
export const sampleMinute = (bodyName: string, style: MinuteStyle): MinuteDocument =>
  assembleMinute(
    eventsOf(bodyName, style).reduce(
      (meeting, event, revision) =>
        evolveMeeting(meeting, {
          ...event,
          id: String(revision),
          stream: 'meeting-sample/sample',
          revision,
          position: '',
          happenedAt: `${DATE}T14:00:00.000Z`,
          recordedAt: `${DATE}T14:00:00.000Z`,
        } as unknown as Recorded<MeetingStreamEvent>),
      noMeeting,
    ),
  );
