/** The roles somebody may hold in a body, or in all bodies. */
export const ROLES = ['administrator', 'clerk', 'chair', 'member', 'officer', 'auditor', 'public'] as const;
export type Role = (typeof ROLES)[number];

/** The roles that can be granted. `public` is not among them: everybody has it ungranted. */
export const GRANTABLE_ROLES = ROLES.filter((role) => role !== 'public');

/**
 * Every right there is, with what it allows and the roles that have it. Whatever is not listed here is refused.
 * A right is held in the body its role is held in. A role held for all bodies (`*`) gives it in every body.
 */
export const RIGHTS = {
  'bodies.govern': { allows: 'establish a body; record its constitution, seats, offices and parent', roles: ['administrator', 'clerk'] },
  'directory.record': { allows: 'declare two spellings the same person or organisation', roles: ['administrator', 'clerk'] },
  'meetings.record': { allows: 'record a meeting: notice, agenda, sederunt, interests, adjournments', roles: ['administrator', 'clerk'] },
  'meetings.preside': {
    allows: 'record what the person presiding rules: quorum, order of business, urgency',
    roles: ['administrator', 'clerk', 'chair'],
  },
  'meetings.read-drafts': {
    allows: 'read what is not published: draft minutes, meetings being recorded, the live feed',
    roles: ['administrator', 'clerk', 'chair', 'member', 'officer', 'auditor'],
  },
  'meetings.read-exempt': { allows: 'read items taken in private', roles: ['administrator', 'clerk', 'chair', 'member', 'auditor'] },
  'motions.record': { allows: 'record motions, amendments and votes', roles: ['administrator', 'clerk'] },
  'decisions.record': { allows: 'record decisions', roles: ['administrator', 'clerk'] },
  'minutes.record': { allows: 'write, circulate and correct minutes', roles: ['administrator', 'clerk'] },
  'minutes.sign': { allows: 'sign an approved minute', roles: ['chair', 'clerk', 'administrator'] },
  'actions.record': { allows: 'raise, extend, transfer and note actions', roles: ['administrator', 'clerk'] },
  'actions.report': { allows: 'report progress on an action, or that it is complete', roles: ['officer', 'clerk', 'administrator'] },
  'clocks.record': { allows: 'record holidays that are not in the rules', roles: ['administrator', 'clerk'] },
  'directions.record': { allows: 'draft, approve, revise and revoke directions', roles: ['administrator', 'clerk'] },
  'directions.issue': { allows: 'issue an approved direction to its recipients', roles: ['administrator', 'clerk', 'officer'] },
  'directions.report': { allows: 'acknowledge a direction and report on it', roles: ['administrator', 'clerk', 'officer'] },
  'participation.record': {
    allows: 'record participation requests and what becomes of them',
    roles: ['administrator', 'clerk', 'officer'],
  },
  'participation.read-personal': {
    allows: 'read the personal details of the people behind a participation request',
    roles: ['administrator', 'clerk', 'officer'],
  },
  'reports.record': { allows: 'record reports, their recommendations and what was decided on each', roles: ['administrator', 'clerk'] },
  'plans.record': { allows: 'record plans, their items and a body’s duties', roles: ['administrator', 'clerk'] },
  'plans.report': { allows: 'report achievements on a plan’s items', roles: ['administrator', 'clerk', 'officer'] },
  'reminders.follow': {
    allows: 'be reminded of what falls due',
    roles: ['administrator', 'clerk', 'chair', 'member', 'officer', 'auditor'],
  },
  'subjects.erase': { allows: 'erase the key of somebody’s personal details', roles: ['administrator'] },
  'audit.read': {
    allows: 'read the whole history of a record, with who recorded it',
    roles: ['auditor', 'clerk', 'chair', 'administrator'],
  },
  'principals.manage': { allows: 'register people who sign in, and grant and withdraw their roles', roles: ['administrator'] },
  'store.operate': { allows: 'back up, check and watch over the store', roles: ['administrator'] },
} as const satisfies Readonly<Record<string, { readonly allows: string; readonly roles: readonly Role[] }>>;

export type Right = keyof typeof RIGHTS;

export const isRight = (text: string): text is Right => Object.hasOwn(RIGHTS, text);

/** Stands for every body: in the grant of a role, and in the right asked for by what concerns no single body. */
export const ALL_BODIES = '*';
