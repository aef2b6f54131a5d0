import { type Recorded } from '../../../kernel/event.js';
import { type Standing } from '../../bodies/bodies.words.js';
import { type MeetingEvent } from '../events/meeting.events.js';
import { lastEntryId, sectionTaken } from './entries.js';
import { type Attendance, type Declaration, type Meeting, type Spell } from './meeting.state.js';

/** The meeting itself, its agenda, and who is in the room. */
export function evolveRoom(meeting: Meeting, event: Recorded<MeetingEvent>): Meeting {
  switch (event.type) {
    case 'MeetingCalled':
      return { ...meeting, status: 'called', ...event.data };
    case 'MeetingRearranged': {
      const { reason: _reason, ...changes } = event.data;
      return { ...meeting, ...changes };
    }
    case 'MeetingCancelled':
      return { ...meeting, status: 'cancelled' };
    case 'AgendaItemAdded': {
      const { late, urgent, ...item } = event.data;
      return {
        ...meeting,
        agenda: [
          ...meeting.agenda,
          { ...item, ...(late && { late: late.reason }), ...(urgent && { urgent: urgent.reason, ruledUrgentBy: urgent.ruledBy.name }) },
        ],
      };
    }
    case 'AgendaItemCorrected': {
      const { itemId, changes, notExempt } = event.data;
      const corrected = ({ exempt, ...item }: Meeting['agenda'][number]): Meeting['agenda'][number] => ({
        ...item,
        ...(exempt && !notExempt && { exempt }),
        ...(notExempt && meeting.exclusions.length > 0 && { openAfter: meeting.exclusions.length }),
        ...changes,
      });
      return { ...meeting, agenda: meeting.agenda.map((item) => (item.itemId === itemId ? corrected(item) : item)) };
    }
    case 'AgendaItemWithdrawn': {
      const { itemId, reason } = event.data;
      return { ...meeting, agenda: meeting.agenda.map((item) => (item.itemId === itemId ? { ...item, withdrawn: reason } : item)) };
    }
    case 'OrderOfBusinessChanged': {
      const place = new Map(event.data.order.map((itemId, index) => [itemId, index]));
      const rank = (itemId: string): number => place.get(itemId) ?? Number.MAX_SAFE_INTEGER;
      return { ...meeting, agenda: [...meeting.agenda].sort((a, b) => rank(a.itemId) - rank(b.itemId)) };
    }
    case 'NoticeGiven':
      return { ...meeting, notices: [...meeting.notices, event.data] };
    case 'MeetingOpened':
      return {
        ...meeting,
        status: 'open',
        openedAt: event.happenedAt,
        ...(event.data.time !== undefined && { openedTime: event.data.time }),
        standings: [{ after: null, standing: event.data.standing }],
      };
    case 'RollCorrected':
      return correctRoll(meeting, event.data.standing);
    case 'AttendanceRecorded': {
      const { after, how, sectionId, time, ...who } = event.data;
      const spells: Spell[] = who.as === 'apologies' ? [] : [{ how, from: after, ...came(sectionId, time) }];
      return {
        ...meeting,
        attendances: [...meeting.attendances.filter((one) => one.person.personId !== who.person.personId), { ...who, spells }],
      };
    }
    case 'MemberLeft': {
      const { after, sederuntNote, words, time, sectionId } = event.data;
      const leave = (spell: Spell): Spell => ({
        ...spell,
        to: after,
        ...(sederuntNote !== undefined && { sederuntNote }),
        ...(words !== undefined && { words }),
        ...(time !== undefined && { time }),
        ...(sectionId !== undefined && { leftIn: sectionId }),
      });
      return ofPerson(meeting, event.data.person.personId, (one) => ({
        ...one,
        spells: [...one.spells.slice(0, -1), ...one.spells.slice(-1).map(leave)],
      }));
    }
    case 'MemberRejoined': {
      const { how, after, sectionId, time } = event.data;
      const spell: Spell = { how, from: after, ...came(sectionId, time) };
      return ofPerson(meeting, event.data.person.personId, (one) => ({ ...one, spells: [...one.spells, spell] }));
    }
    case 'AttendanceCorrected':
      return correctAttendance(meeting, event.data);
    case 'ChairTaken': {
      return { ...meeting, chairs: [...meeting.chairs, event.data] };
    }
    case 'InterestDeclared':
      return declareInterest(meeting, event.data);
    case 'ItemTaken':
      return {
        ...meeting,
        inHand: event.data.sectionId,
        takings: takenAnew(meeting, event.data.sectionId),
        sections: meeting.sections.some((one) => one.sectionId === event.data.sectionId)
          ? meeting.sections
          : event.data.beforeItems
            ? [event.data, ...meeting.sections]
            : [...meeting.sections, event.data],
      };
    case 'QuorumDeclared': {
      const { by: _by, ...declaration } = event.data;
      return { ...meeting, declarations: [...meeting.declarations, lapsedLater(meeting, declaration)] };
    }
    case 'MeetingAdjourned': {
      const { reason, ...where } = event.data;
      return {
        ...meeting,
        status: meeting.status === 'concluded' ? 'concluded' : 'adjourned',
        adjournments: [...meeting.adjournments, { kind: 'adjourned', words: reason, ...where }],
      };
    }
    case 'MeetingResumed': {
      const { standing, ...where } = event.data;
      const { after } = where;
      return {
        ...meeting,
        status: meeting.status === 'concluded' ? 'concluded' : 'open',
        adjournments: [
          ...meeting.adjournments,
          { kind: 'resumed', words: '', ...where, ...(where.date !== undefined && { at: event.happenedAt }) },
        ],
        standings: standing ? [...meeting.standings, { after, standing }] : meeting.standings,
        declarations: meeting.declarations.map((one) =>
          one.lapsed || placeIn(meeting, one.after) > placeIn(meeting, after) ? one : { ...one, lapsed: { after } },
        ),
      };
    }
    case 'MeetingContinuedInformally': {
      return { ...meeting, adjournments: [...meeting.adjournments, { kind: 'continued-informally', ...event.data }] };
    }
    case 'PublicExcluded':
      return { ...meeting, exclusions: [...meeting.exclusions, { kind: 'excluded', ...event.data }] };
    case 'PublicReadmitted':
      return { ...meeting, exclusions: [...meeting.exclusions, { kind: 'readmitted', ...event.data }] };
    case 'MinuteReceived':
      return { ...meeting, received: [...meeting.received, event.data] };
    case 'NextMeetingAgreed':
      return { ...meeting, nextMeeting: event.data };
    case 'MeetingConcluded':
      return { ...meeting, status: 'concluded', concluded: event.data };
  }
}

/** Where and when somebody came, as far as the record says. */
const came = (cameIn: string | undefined, cameAt: string | undefined): Pick<Spell, 'cameIn' | 'cameAt'> => ({
  ...(cameIn !== undefined && { cameIn }),
  ...(cameAt !== undefined && { cameAt }),
});

const ofPerson = (meeting: Meeting, personId: string, change: (one: Attendance) => Attendance): Meeting => ({
  ...meeting,
  attendances: meeting.attendances.map((one) => (one.person.personId === personId ? change(one) : one)),
});

/** The index of an entry; -1, before the first, where the record as it is then told lacks the entry. */
const placeIn = (meeting: Meeting, entryId: string | null): number => meeting.entries.findIndex((entry) => entry.entryId === entryId);

/** A declaration written down late lapses where the meeting had resumed at a place further on in the record. */
function lapsedLater(meeting: Meeting, declaration: Declaration): Declaration {
  const place = placeIn(meeting, declaration.after);
  const since = meeting.adjournments
    .filter(({ kind, after }) => kind === 'resumed' && placeIn(meeting, after) > place)
    .sort((a, b) => placeIn(meeting, a.after) - placeIn(meeting, b.after))[0];
  return since ? { ...declaration, lapsed: { after: since.after } } : declaration;
}

/**
 * The roll of one day takes the place of what was known of that day; a day on which the meeting, as it is then told, had not sat yet has none.
 * Whoever sat in the place of the member who was taken to hold a seat sat in the place of the member who held it.
 */
function correctRoll(meeting: Meeting, standing: Standing): Meeting {
  const known = meeting.standings.find((one) => one.standing.asOf === standing.asOf)?.standing;
  if (!known) return meeting;
  const holder = (of: Standing, seatId: string | undefined) => of.roll.find((seat) => seat.seatId === seatId)?.holder;
  return {
    ...meeting,
    // The look of the minute does not change with the roll.
    standings: meeting.standings.map((one) =>
      one.standing === known ? { ...one, standing: { ...standing, minuteStyle: known.minuteStyle } } : one,
    ),
    attendances: meeting.attendances.map((one) => {
      const { substituteFor, seatId } = one;
      const member = holder(standing, seatId);
      return substituteFor && member && holder(known, seatId)?.personId === substituteFor.person.personId
        ? { ...one, substituteFor: { ...substituteFor, person: member } }
        : one;
    }),
  };
}

/**
 * An interest holds from where it is declared. One that is written down when its item is over, without a place in it, holds for the whole item.
 */
function declareInterest(meeting: Meeting, data: Extract<Recorded<MeetingEvent>, { type: 'InterestDeclared' }>['data']): Meeting {
  const { person, itemId, outcome, after } = data;
  const isKnown = (one: Meeting['interests'][number]): boolean => one.person.personId === person.personId && one.itemId === itemId;
  const section = sectionTaken(meeting, itemId);
  const over = section !== undefined && section.sectionId !== meeting.inHand && after === lastEntryId(meeting);
  const earlier = over ? [] : (meeting.interests.find(isKnown)?.course ?? []);
  const course = [...earlier, { outcome, after: over ? null : after }];
  return { ...meeting, interests: [...meeting.interests.filter((one) => !isKnown(one)), { ...data, course }] };
}

function correctAttendance(
  meeting: Meeting,
  { personId, person, correction }: Extract<Recorded<MeetingEvent>, { type: 'AttendanceCorrected' }>['data'],
): Meeting {
  const ofSpell = (one: Attendance, nth: number | undefined, change: (spell: Spell) => Spell): Attendance => ({
    ...one,
    spells: one.spells.map((spell, index) => (index === (nth ?? one.spells.length) - 1 ? change(spell) : spell)),
  });
  switch (correction.kind) {
    case 'not-present':
      return { ...meeting, attendances: meeting.attendances.filter((one) => one.person.personId !== personId) };
    case 'arrived':
      return ofPerson(meeting, personId, (one) =>
        ofSpell(one, correction.spell, ({ cameIn: _cameIn, cameAt: _cameAt, ...spell }) => ({
          ...spell,
          from: correction.after,
          ...came(undefined, correction.time),
        })),
      );
    case 'left':
      return ofPerson(meeting, personId, (one) =>
        ofSpell(one, correction.spell, ({ leftIn: _leftIn, ...spell }) => ({
          ...spell,
          to: correction.after,
          ...(correction.sederuntNote !== undefined && { sederuntNote: correction.sederuntNote }),
          ...(correction.time !== undefined && { time: correction.time }),
        })),
      );
    case 'did-not-leave':
      return ofPerson(meeting, personId, (one) =>
        ofSpell(one, undefined, ({ how, from, cameAt }) => ({ how, from, ...came(undefined, cameAt) })),
      );
    case 'details': {
      const { kind: _kind, name, ...details } = correction;
      return ofPerson(meeting, personId, (one) => ({ ...one, ...details, person: name === undefined ? one.person : { ...person, name } }));
    }
  }
}

/** An item opened again to complete the record of a meeting that is over was not taken by it then. */
function takenAnew(meeting: Meeting, sectionId: string): Meeting['takings'] {
  const known = meeting.sections.some((one) => one.sectionId === sectionId);
  return known && meeting.status === 'concluded' ? meeting.takings : [...meeting.takings, { sectionId, after: lastEntryId(meeting) }];
}
