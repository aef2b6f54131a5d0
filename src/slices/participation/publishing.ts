import { capital } from '../../kernel/words.js';
import { REGULATIONS } from './participation.periods.js';
import { type ParticipationRequest } from './participation.state.js';

/** A document of a request that the Act requires to be published. */
export interface Publishable {
  /** `decision-notice`, `final-process`, `modification-<id>`, `report`. */
  readonly what: string;
  readonly source: string;
  /** The day the document came to be. */
  readonly since: string;
}

export const PUBLISHING = {
  'decision-notice': { what: 'decision notice', source: `s.24(6); ${REGULATIONS} reg 8` },
  'final-process': { what: 'details of the outcome improvement process', source: `s.26(7); ${REGULATIONS} reg 9` },
  modification: { what: 'modification of the outcome improvement process', source: `s.29(3); ${REGULATIONS} reg 10` },
  report: { what: 'report on the outcome improvement process', source: 's.31(2) and (5)' },
} as const;

/** `decision-notice`, `modification-2`, `annual-report-2024` as people say it. */
export function publishedWords(what: string): string {
  const modification = /^modification-(.+)$/.exec(what);
  if (modification) return `Modification ${modification[1]} of the process`;
  if (what.startsWith('annual-report-')) return 'Annual report';
  return Object.hasOwn(PUBLISHING, what) ? capital(PUBLISHING[what as keyof typeof PUBLISHING].what) : what;
}

export function publishable({ decided, details, modifications, report }: ParticipationRequest): readonly Publishable[] {
  const one = (what: string, { source }: { readonly source: string }, since: string): Publishable => ({ what, source, since });
  return [
    ...(decided ? [one('decision-notice', PUBLISHING['decision-notice'], decided.on)] : []),
    ...(details ? [one('final-process', PUBLISHING['final-process'], details.on)] : []),
    ...modifications.map(({ modification, on }) => one(`modification-${modification}`, PUBLISHING.modification, on)),
    ...(report ? [one('report', PUBLISHING.report, report.on)] : []),
  ];
}

export const isPublished = ({ publications }: ParticipationRequest, what: string, by = '9999'): boolean =>
  publications.some((one) => one.what === what && one.publishedOn <= by);

/** Documents of the request that must be published and had not been by a day. A declined request has none. */
export const toPublish = (request: ParticipationRequest, by: string): readonly Publishable[] =>
  publishable(request).filter(({ what }) => !isPublished(request, what, by));
