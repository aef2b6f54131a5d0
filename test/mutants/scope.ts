/** Rooms whose rules are tried with mutants: the folder, the files of rules in it, and the folder of the suites that must see a change. */
export interface RoomOfRules {
  readonly room: string;
  readonly files: readonly string[];
  readonly suites: string;
}

const room = (path: string, suites: string, files: string): RoomOfRules => ({
  room: path,
  files: files
    .trim()
    .split(/\s+/)
    .map((name) => `src/${path}/${name}.ts`),
  suites: `src/${suites}`,
});

/** Deciders, folds and pure rules; what only reads, words or shows is tested elsewhere. `mutants.spec.ts` sees that no decider is left out. */
export const SCOPE: readonly RoomOfRules[] = [
  room(
    'slices/calendars',
    'slices/calendars',
    'bank-holidays body-named calendar.decider calendar.state calendars counting dating deadline-words occurrences read-deadline',
  ),
  room('slices/people', 'slices/people', 'principal.decider subjects/subject.decider'),
  room('slices/directory', 'slices/directory', 'canonical directory.decider spelling.state'),
  room(
    'slices/bodies',
    'slices/bodies',
    `body.decider body.standing body.state constitution-problems deciding-budgets deciding-constitutions deciding-grounds deciding-life
     deciding-localities deciding-readiness deciding-seats life over-time`,
  ),
  room('slices/meetings', 'slices/meetings', 'meeting.decider'),
  room(
    'slices/meetings/record',
    'slices/meetings',
    'course entries evolve-decisions evolve-discussion evolve-elections evolve-minute evolve-motions evolve-procedure evolve-room meeting.state told-anew turns',
  ),
  room('slices/meetings/reading', 'slices/meetings', 'meeting.as-at'),
  room('slices/meetings/rules', 'slices/meetings', 'brought judging meeting-guards place-words places quorum'),
  room('slices/meetings/exempt', 'slices/meetings', 'exempt grounds told-without'),
  room('slices/meetings/agenda', 'slices/meetings', 'agenda.decider clear-days'),
  room(
    'slices/meetings/sederunt',
    'slices/meetings',
    'chair.decider course.decider impossible-votes record-in-room room seating sederunt.decider take-sederunt',
  ),
  room('slices/meetings/as-it-stands', 'slices/meetings', 'views/quorum/items views/quorum/people views/quorum/quorum-timeline'),
  room(
    'slices/meetings/motions',
    'slices/meetings',
    'deciding-dissent deciding-motions deciding-votes entitlement motion.decider reopening rescinding voting-order',
  ),
  room('slices/meetings/counting', 'slices/meetings', 'names-of-a-vote vote-circumstances voting voting-names'),
  room('slices/meetings/divisions', 'slices/meetings', 'between counting division.decider next-division'),
  room('slices/meetings/between-meetings', 'slices/meetings', 'between.decider'),
  room('slices/meetings/elections', 'slices/meetings', 'counting-round electing election.decider nominating to-what'),
  room('slices/meetings/procedure', 'slices/meetings', 'falls procedure.decider voiding'),
  room('slices/meetings/decisions', 'slices/meetings', 'about-decisions decision-place decision.decider parse-decision part-labels'),
  room('slices/meetings/minutes', 'slices/meetings', 'deciding-approval minute.decider numbering'),
  room('slices/meetings/discussion', 'slices/meetings', 'deciding-agreed-actions deciding-hearings discussion.decider'),
  room('slices/meetings/corrections', 'slices/meetings', 'conduct-rules moving-entries step-rules step.decider void-rules'),
  room('slices/requisitions', 'slices/requisitions', 'requisition.decider requisition.state'),
  room('slices/remits', 'slices/remits', 'remit.decider remit.state remit.steps'),
  room('slices/actions', 'slices/actions', 'action-status action.decider action.state raising'),
  room('slices/reports', 'slices/reports', 'contradictions deciding-papers deciding-places deciding-promises report.decider report.state'),
  room('slices/directions', 'slices/directions', 'approving course direction-flags direction.decider direction.state drafting references'),
  room(
    'slices/participation',
    'slices/participation',
    `annual-participation.decider annual-participation.state deciding-decision deciding-process deciding-receipt deciding-steps
     participation.decider participation.items participation.periods participation.state publishing running-clocks`,
  ),
  room(
    'slices/plans',
    'slices/plans',
    'adding-items citing deciding-items duty.decider duty.schedule duty.state plan-item-status plan-item.state plan.decider plan.state recurrence',
  ),
  room('across/reminders', 'across/reminders', 'digest-times reminder.decider reminder.state reminding.decider'),
];

/** Files that keep what they once worked out: a mutant of them is tried on modules of its own, and leaves nothing behind. */
export const REMEMBERING: readonly string[] = ['src/slices/calendars/bank-holidays.ts', 'src/slices/calendars/calendars.ts'];

/** A little of everything in one small module, and a specification that misses what `mutants.spec.ts` says. */
export const EXAMPLE: RoomOfRules = { room: 'example', files: ['test/mutants/example/majority.ts'], suites: 'test/mutants/example' };

/** The laws, which every room answers to. */
export const LAWS = 'test/properties';
