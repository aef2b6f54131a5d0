import { dateInZone } from '../../kernel/dates.js';
import { accept, type Decider, type Decision } from '../../kernel/decider.js';
import { type AnnualParticipation, annualParticipationHistory } from './annual-participation.state.js';
import { type AnnualParticipationCommand } from './participation.commands.js';
import { type AnnualParticipationEvent } from './participation.events.js';
import { reportingYear } from './participation.periods.js';
import { refuseParticipation } from './participation.refusals.js';

type Decided = Decision<AnnualParticipationEvent>;

/** s.32: an authority's acts in a reporting year, and the publication of its report. The report's numbers come from the requests. */
export const annualParticipationDecider: Decider<AnnualParticipation, AnnualParticipationCommand, AnnualParticipationEvent> = {
  history: annualParticipationHistory,
  decide(command, years): Decided {
    const { body, report } = command.facts;
    if (!body) return refuseParticipation('participation.body-unknown');
    const on = dateInZone(command.happenedAt, body.timeZone);
    const bodyId = command.target;
    const { year } = command.data;
    if (years[year]?.published)
      return refuseParticipation('annual-participation.published-already', { field: 'year', detail: years[year].published });
    if (command.type === 'RecordPromotionAndSupport') {
      const { promotion, support } = command.data;
      return accept<AnnualParticipationEvent>({
        type: 'PromotionAndSupportRecorded',
        v: 1,
        data: { bodyId, on, year, promotion, support },
      });
    }
    const { where, on: publishedOn = on } = command.data;
    if (publishedOn > on) return refuseParticipation('participation.later-than-today', { field: 'on' });
    if (publishedOn <= reportingYear(year).to)
      return refuseParticipation('annual-participation.year-not-over', { field: 'year', detail: { lastDay: reportingYear(year).to } });
    if (years[year]?.promotion === undefined || !report)
      return refuseParticipation('annual-participation.promotion-missing', { field: 'year' });
    const { sha256 } = report;
    return accept<AnnualParticipationEvent>({
      type: 'ParticipationReportPublished',
      v: 1,
      data: { bodyId, on, year, publishedOn, where, sha256 },
    });
  },
};
