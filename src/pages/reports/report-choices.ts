import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Sight } from '../../kernel/principal.js';
import { type Choice } from '../frame/steps/parts.js';
import { when } from '../../kernel/words.js';
import { ListBodies } from '../../slices/bodies/bodies.queries.js';
import { MeetingCited } from '../../slices/bodies/meetings.port.js';
import { ListMeetings } from '../../slices/meetings/meetings.queries.js';
import { OUTCOMES } from '../../slices/reports/report.events.js';
import { ListReportPromises, ListReports } from '../../slices/reports/reports.queries.js';
import { type ReportView } from '../../slices/reports/reports.words.js';
import { tagOf } from './report-words.js';

/** The choices in the forms of the register. */
export interface RegisterChoices {
  readonly bodyId: string;
  readonly agendas: readonly Choice[];
  readonly decisions: readonly Choice[];
  /** Promised reports that are still awaited. */
  readonly promises: readonly Choice[];
  readonly reports: readonly Choice[];
}

/** The choices in the forms of a report. Meetings and decisions include those of bodies to which the report was escalated. */
export interface ReportAt extends Omit<RegisterChoices, 'reports'> {
  readonly report: ReportView;
  /** The report's undecided recommendations, by their letters. */
  readonly undecided: readonly Choice[];
  readonly decided: readonly Choice[];
  readonly outcomes: readonly Choice[];
  /** The bodies to which the report can be escalated. */
  readonly bodies: readonly Choice[];
}

/** `MOST` limits each list; decisions are offered of the latest `MEETINGS_WITH_DECISIONS` meetings only. */
const MOST = 200;
const MEETINGS_WITH_DECISIONS = 12;
const LONGEST_WORDS = 70;

const short = (text: string): string => (text.length > LONGEST_WORDS ? `${text.slice(0, LONGEST_WORDS - 1)}…` : text);

/** Reads the choices in the forms of reports. */
@Injectable()
export class ReportChoices {
  constructor(private readonly queries: QueryBus) {}

  async ofRegister(bodyId: string, today: string, sight: Sight): Promise<RegisterChoices> {
    const { rows: reports } = await this.queries.execute(new ListReports({ bodyId, limit: MOST, ...sight }));
    return {
      bodyId,
      agendas: await this.agendas([bodyId]),
      decisions: await this.decisions([bodyId]),
      promises: await this.promises(bodyId, today, sight),
      reports: reports.filter(({ withdrawn }) => !withdrawn).map(({ reportId, title }) => ({ value: reportId, text: short(title) })),
    };
  }

  async ofReport(report: ReportView, today: string, sight: Sight): Promise<ReportAt> {
    const { bodyId, escalatedTo, recommendations } = report;
    const bodies = [bodyId, ...escalatedTo.map((one) => one.bodyId)];
    const named = (wanted: boolean): Choice[] =>
      recommendations
        .filter(({ state }) => (state === 'undecided' || state === 'continued') === wanted)
        .map(({ letter, label, words }) => ({ value: letter, text: short(`${label || letter} ${words}`) }));
    const { rows } = await this.queries.execute(new ListBodies({ limit: MOST, sort: 'name' }));
    return {
      report,
      bodyId,
      agendas: await this.agendas(bodies),
      decisions: await this.decisions(bodies),
      promises: await this.promises(bodyId, today, sight),
      undecided: named(true),
      decided: named(false),
      outcomes: OUTCOMES.map((value) => ({ value, text: tagOf(value).text })),
      bodies: rows.filter((one) => one.bodyId !== bodyId).map((one) => ({ value: one.bodyId, text: one.name })),
    };
  }

  private async promises(bodyId: string, asAt: string, sight: Sight): Promise<readonly Choice[]> {
    const { rows } = await this.queries.execute(new ListReportPromises({ bodyId, asAt, outstanding: true, limit: MOST, ...sight }));
    return rows.map(({ promiseId, title }) => ({ value: promiseId, text: short(title) }));
  }

  private async meetings(bodyIds: readonly string[], limit: number) {
    const pages = await Promise.all(bodyIds.map((bodyId) => this.queries.execute(new ListMeetings({ bodyId, newestFirst: true, limit }))));
    return pages.flatMap(({ rows }) => rows).sort((a, b) => (a.date < b.date ? 1 : -1));
  }

  private async agendas(bodyIds: readonly string[]): Promise<readonly Choice[]> {
    return (await this.meetings(bodyIds, MOST))
      .filter(({ status }) => status !== 'cancelled')
      .map(({ meetingId, date, title }) => ({ value: meetingId, text: short(`${when(date)}, ${title}`) }));
  }

  /** Each decision that was not struck, and each of its parts, with a value that `decisionChosen` reads. */
  private async decisions(bodyIds: readonly string[]): Promise<readonly Choice[]> {
    const meetings = (await this.meetings(bodyIds, MEETINGS_WITH_DECISIONS)).filter(({ status }) => status !== 'cancelled');
    const cited = await Promise.all(meetings.map(({ meetingId }) => this.queries.execute(new MeetingCited(meetingId))));
    return cited.flatMap((meeting) =>
      (meeting?.decisions ?? [])
        .filter(({ struck }) => !struck)
        .flatMap(({ decisionId, paragraph, words, parts }) => {
          const [value, at] = [`${meeting!.meetingId}#${decisionId}`, `${when(meeting!.date)}, ${paragraph}`];
          return [
            { value, text: short(`${at}: ${words}`) },
            ...parts.map(({ letter, text }) => ({ value: `${value}(${letter})`, text: short(`${at}(${letter}): ${text}`) })),
          ];
        }),
    );
  }
}
