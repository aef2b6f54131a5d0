import { daysBetween } from '../../kernel/dates.js';
import { type Deadline } from '../../kernel/deadline.js';
import { type ParticipationRequest } from './participation.state.js';

/** One clock of a request on a day. A clock that has run out changes nothing; it only says by how many days. */
export interface RunningClock {
  /** `decision`, `additional-<authority>`, `representations`, `final-details`, `establish`. */
  readonly clock: string;
  readonly what: string;
  readonly deadline: Deadline;
  /** `open`: still running. `met`: done. `dropped`: no longer awaited. `over`: a period the body may use, ended. */
  readonly standing: 'open' | 'met' | 'dropped' | 'over';
  readonly endedOn: string | null;
  /** Calendar days after the last day, up to the day asked or the day it ended; 0 where it is not late. */
  readonly daysLate: number;
}

const DAY_AFTER_ALL = '9999-12-31';
const earliest = (...days: readonly (string | undefined)[]): string | undefined => days.filter((day) => day !== undefined).sort()[0];

/** Every clock that has begun, in the order they begin, as at a day. */
export function clocksOf(request: ParticipationRequest, asAt: string): readonly RunningClock[] {
  const {
    decisionDue,
    decided,
    declined,
    withdrawn,
    authorities,
    representationsDue,
    finalDetailsDue,
    details,
    establishDue,
    established,
  } = request;
  const one = (
    clock: string,
    what: string,
    deadline: Deadline | undefined,
    metOn: string | undefined,
    droppedOn: string | undefined,
  ): RunningClock[] => {
    if (!deadline) return [];
    const endedOn = earliest(metOn, droppedOn);
    const standing = endedOn === undefined ? 'open' : endedOn === metOn ? 'met' : 'dropped';
    const late = daysBetween(deadline.latest ?? DAY_AFTER_ALL, endedOn ?? asAt);
    return [{ clock, what, deadline, standing, endedOn: endedOn ?? null, daysLate: Math.max(0, late) }];
  };
  const ended = earliest(declined?.on, withdrawn?.on);
  return [
    ...one('decision', 'decision notice', decisionDue, decided?.on, ended),
    ...authorities.flatMap(({ authority, name, replyDue, reply }) =>
      one(`additional-${authority}`, `reply of ${name}`, replyDue, reply?.on, earliest(decided?.on, ended)),
    ),
    ...representations(representationsDue, asAt),
    ...one('final-details', 'notice of the details of the process', finalDetailsDue, details?.on, ended),
    ...one('establish', 'process established', establishDue, established?.on, ended),
  ];
}

/** The body may make representations, and need not: its period ends, and nobody is late. */
function representations(due: Deadline | undefined, asAt: string): RunningClock[] {
  if (due?.latest === undefined) return [];
  const over = asAt > due.latest;
  const standing = over ? 'over' : 'open';
  return [
    {
      clock: 'representations',
      what: 'representations of the body',
      deadline: due,
      standing,
      endedOn: over ? due.latest : null,
      daysLate: 0,
    },
  ];
}

/** The most days by which an open clock is late; 0 where none is. */
export const daysLate = (clocks: readonly RunningClock[]): number =>
  Math.max(0, ...clocks.filter(({ standing }) => standing === 'open').map((clock) => clock.daysLate));
