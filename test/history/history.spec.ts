import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { principalHistory } from '../../src/slices/people/principal.decider.js';
import { subjectHistory } from '../../src/slices/people/subjects/subject.decider.js';
import { subjectEventVersions } from '../../src/slices/people/subjects/subject.events.js';
import { principalEventVersions } from '../../src/slices/people/principal.events.js';
import { type Upcaster } from '../../src/kernel/upcaster.js';
import { upcastWith } from '../../src/eventstore/upcasting.js';
import { type RecordedEvent } from '../../src/kernel/event.js';
import { actionHistory } from '../../src/slices/actions/action.state.js';
import { actionEventVersions } from '../../src/slices/actions/action.events.js';
import { bodyEventVersions } from '../../src/slices/bodies/body.events.js';
import { bodyUpcasters } from '../../src/slices/bodies/body.upcasters.js';
import { bodyHistory } from '../../src/slices/bodies/body.state.js';
import { decisionEventVersions } from '../../src/slices/meetings/events/decision.events.js';
import { discussionEventVersions } from '../../src/slices/meetings/events/discussion.events.js';
import { directoryEventVersions } from '../../src/slices/directory/directory.events.js';
import { calendarsRoom } from '../../src/slices/calendars/calendars.room.js';
import { directionsRoom } from '../../src/slices/directions/directions.room.js';
import { participationRoom } from '../../src/slices/participation/participation.room.js';
import { plansRoom } from '../../src/slices/plans/plans.room.js';
import { remindersRoom } from '../../src/across/reminders/reminders.room.js';
import { requisitionsRoom } from '../../src/slices/requisitions/requisitions.room.js';
import { remitsRoom } from '../../src/slices/remits/remits.room.js';
import { reportsRoom } from '../../src/slices/reports/reports.room.js';
import { type AnyRoom } from '../../src/kernel/room.js';
import { spellingHistories } from '../../src/slices/directory/spelling.state.js';
import { meetingEventVersions } from '../../src/slices/meetings/events/meeting.events.js';
import { meetingHistory } from '../../src/slices/meetings/record/meeting.history.js';
import { minuteEventVersions } from '../../src/slices/meetings/events/minute.events.js';
import { stepEventVersions } from '../../src/slices/meetings/events/step.events.js';
import { procedureEventVersions } from '../../src/slices/meetings/votes/procedure.events.js';
import { electionEventVersions } from '../../src/slices/meetings/votes/election.events.js';
import { motionEventVersions } from '../../src/slices/meetings/events/motion.events.js';

/**
 * Every shape of event that was ever stored, one JSON file for each type and version, `<folder>/<Type>.v<version>.json`.
 * A file is never edited once its shape has been stored: a new shape is a new version with a file of its own and an upcaster.
 */
interface Folding {
  readonly category: string;
  readonly initial: unknown;
  readonly evolve: (state: never, event: never) => unknown;
}
interface Kept {
  readonly versions: Readonly<Record<string, number>>;
  /** How its streams are folded: one fold for all of them, or one for each category. */
  readonly histories: readonly Folding[];
  readonly upcasters: readonly Upcaster[];
}
const of = ({ versions, histories, upcasters = [] }: AnyRoom): Kept => ({ versions, histories: Object.values(histories), upcasters });
const FOLDERS: Readonly<Record<string, Kept>> = {
  access: { versions: principalEventVersions, histories: [principalHistory], upcasters: [] },
  actions: { versions: actionEventVersions, histories: [actionHistory], upcasters: [] },
  bodies: { versions: bodyEventVersions, histories: [bodyHistory], upcasters: bodyUpcasters },
  decisions: { versions: decisionEventVersions, histories: [meetingHistory], upcasters: [] },
  discussion: { versions: discussionEventVersions, histories: [meetingHistory], upcasters: [] },
  directory: { versions: directoryEventVersions, histories: Object.values(spellingHistories), upcasters: [] },
  meetings: { versions: { ...meetingEventVersions, ...stepEventVersions }, histories: [meetingHistory], upcasters: [] },
  minutes: { versions: minuteEventVersions, histories: [meetingHistory], upcasters: [] },
  motions: { versions: motionEventVersions, histories: [meetingHistory], upcasters: [] },
  procedure: { versions: procedureEventVersions, histories: [meetingHistory], upcasters: [] },
  elections: { versions: electionEventVersions, histories: [meetingHistory], upcasters: [] },
  clocks: of(calendarsRoom),
  directions: of(directionsRoom),
  participation: of(participationRoom),
  plans: of(plansRoom),
  reminders: of(remindersRoom),
  requisitions: of(requisitionsRoom),
  remits: of(remitsRoom),
  reports: of(reportsRoom),
  subjects: { versions: subjectEventVersions, histories: [subjectHistory], upcasters: [] },
};

const here = import.meta.dirname;

interface Stored {
  readonly path: string;
  readonly events: readonly RecordedEvent[];
}
function stored(folder: string): Stored[] {
  const directory = join(here, folder);
  const paths = existsSync(directory) ? readdirSync(directory, { recursive: true, encoding: 'utf8' }) : [];
  return paths
    .filter((path) => path.endsWith('.json'))
    .map((path) => {
      const content = JSON.parse(readFileSync(join(directory, path), 'utf8')) as RecordedEvent | RecordedEvent[];
      return { path, events: Array.isArray(content) ? content : [content] };
    });
}

describe.each(Object.entries(FOLDERS))('the history of %s', (folder, { versions, histories, upcasters }) => {
  const all = stored(folder);
  const foldOf = ({ stream }: RecordedEvent): Folding =>
    histories.find(({ category }) => stream.startsWith(`${category}-`)) ?? histories[0]!;
  const events = all.flatMap((one) => one.events);

  it('keeps every shape that was ever stored', () => {
    const kept = new Set(events.map(({ type, v }) => `${type} v${v}`));
    const known = Object.entries(versions).flatMap(([type, newest]) =>
      Array.from({ length: newest }, (_, index) => `${type} v${index + 1}`),
    );
    expect(known.filter((one) => !kept.has(one))).toEqual([]);
    expect([...kept].filter((one) => !known.includes(one))).toEqual([]);
  });

  it('is whole: every event has what is recorded beside its data', () => {
    for (const event of events) {
      expect(event).toEqual({
        id: expect.any(String),
        type: expect.any(String),
        v: expect.any(Number),
        data: expect.any(Object),
        stream: expect.any(String),
        revision: expect.any(Number),
        position: expect.any(String),
        happenedAt: expect.stringMatching(/^\d{4}-.*Z$/),
        recordedAt: expect.stringMatching(/^\d{4}-.*Z$/),
        by: { principalId: expect.any(String), name: expect.any(String), role: expect.any(String) },
        correlationId: expect.any(String),
        causationId: expect.any(String),
        commandId: expect.any(String),
        commandDigest: expect.any(String),
        ...(event.made === undefined ? {} : { made: expect.any(String) }),
      });
    }
  });

  it('is read today: every shape is brought to the newest, and folds', () => {
    const upcast = upcastWith({ versions, upcasters });
    for (const { path, events } of all) {
      for (const event of events) {
        const newest = upcast(event);
        expect({ path, v: newest.v }).toEqual({ path, v: versions[event.type] });
        const { initial, evolve } = foldOf(newest);
        expect(() => evolve(initial as never, newest as never)).not.toThrow();
      }
    }
    for (const stream of new Set(events.map((event) => event.stream))) {
      const inOrder = events.filter((event) => event.stream === stream).map(upcast);
      inOrder.sort((a, b) => a.revision - b.revision);
      const { initial, evolve } = foldOf(inOrder[0]!);
      expect(() => inOrder.reduce((state, event) => evolve(state as never, event as never), initial)).not.toThrow();
    }
  });
});
