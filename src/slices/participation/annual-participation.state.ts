import { type History } from '../../kernel/decider.js';
import { type Recorded } from '../../kernel/event.js';
import { type AnnualParticipationEvent } from './participation.events.js';
import { type FactOf } from '../../kernel/update.js';

/** One reporting year of an authority, as far as it is not in the requests themselves. */
export interface ReportedYear {
  readonly promotion?: string;
  readonly support?: string;
  readonly published?: { readonly publishedOn: string; readonly where: string; readonly sha256: string };
}

/** By the year the reporting year begins in. */
export type AnnualParticipation = Readonly<Record<number, ReportedYear>>;

export type AnnualFact = FactOf<AnnualParticipationEvent>;

export function evolveAnnual(years: AnnualParticipation, event: AnnualFact): AnnualParticipation {
  const { year } = event.data;
  switch (event.type) {
    case 'PromotionAndSupportRecorded': {
      const { promotion, support } = event.data;
      return { ...years, [year]: { ...years[year], promotion, support } };
    }
    case 'ParticipationReportPublished': {
      const { publishedOn, where, sha256 } = event.data;
      return { ...years, [year]: { ...years[year], published: { publishedOn, where, sha256 } } };
    }
  }
}

/** Stream `annual-participation-<bodyId>`. */
export const annualParticipationHistory: History<AnnualParticipation> = {
  category: 'annual-participation',
  ofBody: 'itself',
  initial: {},
  evolve: (years, event) => evolveAnnual(years, event as Recorded<AnnualParticipationEvent>),
};
