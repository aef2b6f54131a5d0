/** The subjects by which a search can be narrowed, each with the words shown for it. */
export const SEARCH_KINDS = {
  body: 'Body',
  meeting: 'Meeting',
  'agenda-item': 'Agenda item',
  attendance: 'Attendance and interests',
  motion: 'Motion or vote',
  decision: 'Decision',
  minute: 'Minute',
  requisition: 'Requisition',
  remit: 'Remit',
  action: 'Action',
  direction: 'Direction',
  report: 'Report',
  plan: 'Plan',
  duty: 'Duty',
  'participation-request': 'Participation request',
  calendar: 'Calendar',
  spelling: 'Spelling of a name',
  principal: 'Somebody who signs in',
  reminders: 'Reminders',
  subject: 'Erased personal details',
} as const;

export type SearchKind = keyof typeof SEARCH_KINDS;

export const isSearchKind = (text: unknown): text is SearchKind => typeof text === 'string' && Object.hasOwn(SEARCH_KINDS, text);
