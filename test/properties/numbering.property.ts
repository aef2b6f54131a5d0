import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { meetingHistory, type MeetingStreamEvent } from '../../src/slices/meetings/record/meeting.history.js';
import { type Meeting } from '../../src/slices/meetings/record/meeting.state.js';
import { minuteDecider } from '../../src/slices/meetings/minutes/minute.decider.js';
import { RecordParagraph, StrikeEntry } from '../../src/slices/meetings/minutes/minutes.commands.js';
import { paragraphsOf } from '../../src/slices/meetings/record/entries.js';
import { anItem, anOpenMeeting } from '../support/a-meeting.js';
import { ask, folded, recorded } from '../support/decider-spec.js';

const start: readonly MeetingStreamEvent[] = [...anOpenMeeting(), anItem('1'), anItem('2'), anItem('3')];
const SECTIONS = ['s-1', 's-2', 's-3'] as const;

const step = fc.record({
  what: fc.constantFrom('append', 'insert', 'insert', 'strike'),
  section: fc.constantFrom(...SECTIONS),
  pick: fc.nat(),
});

const numbersIn = (meeting: Meeting, sectionId: string): string[] => paragraphsOf(meeting, sectionId).map(({ number }) => number);

const expected = (section: string, count: number): string[] =>
  count === 1 ? [section] : Array.from({ length: count }, (_, index) => `${section}.${index + 1}`);

describe('the numbers of a minute', () => {
  it('are consecutive and each there once, after every event, whatever is inserted or struck', () =>
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let meeting = folded(meetingHistory, start);
        let revision = start.length;
        for (const [index, { what, section, pick }] of steps.entries()) {
          const there = paragraphsOf(meeting, section);
          const chosen = there[pick % Math.max(1, there.length)];
          const commandId = `01900000-0000-7000-8000-${String(index).padStart(12, '0')}`;
          const place = what === 'insert' && chosen ? { afterParagraph: chosen.number } : { sectionId: section };
          const command =
            what === 'strike'
              ? ask(StrikeEntry, 'board/2016-03-03', { entryId: chosen?.paragraphId ?? 'p-none', reason: 'x' }, { commandId })
              : ask(RecordParagraph, 'board/2016-03-03', { text: `Text ${index}.`, ...place }, { commandId });
          const decision = minuteDecider.decide(command, meeting);
          if (!decision.accepted) {
            expect(chosen).toBeUndefined();
            continue;
          }
          for (const event of decision.events) {
            meeting = meetingHistory.evolve(meeting, recorded(event as MeetingStreamEvent, (revision += 1)));
            for (const one of SECTIONS) expect(new Set(numbersIn(meeting, one)).size).toBe(numbersIn(meeting, one).length);
          }
          for (const one of SECTIONS) expect(numbersIn(meeting, one)).toEqual(expected(one.slice(2), numbersIn(meeting, one).length));
        }
      }),
    ));
});
