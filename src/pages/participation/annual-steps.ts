import { type Steps } from '../frame/steps/step.js';
import { RecordAnnualReportPublished, RecordPromotionAndSupport } from '../../slices/participation/participation.commands.js';
import { type AnnualReport } from '../../slices/participation/participation.words.js';

export interface ReportingYear {
  readonly report: AnnualReport;
  readonly today: string;
}

/** The steps that may be recorded of a reporting year. */
export const ANNUAL_STEPS: Steps<ReportingYear> = {
  promotion: {
    command: RecordPromotionAndSupport,
    name: 'Record promotion and support',
    button: 'Record promotion and support',
    done: 'Promotion and support are recorded.',
    offered: ({ report }) => report.published === null,
    parts: () => [
      { id: 'promotion', as: 'words', label: 'What was done to promote participation requests', hint: 's.32(2)(d)(i)' },
      { id: 'support', as: 'words', label: 'What was done to support those who make them', hint: 's.32(2)(d)(ii)' },
    ],
    start: ({ report: { promotion, support } }) => ({ ...(promotion !== null && { promotion }), ...(support !== null && { support }) }),
  },
  publish: {
    command: RecordAnnualReportPublished,
    name: 'Record that it was published',
    button: 'Record the publication',
    about: 'The report is published as it stands here; from then on everybody can read it.',
    done: 'The publication is recorded.',
    offered: ({ report, today }) => report.published === null && today > report.to,
    parts: () => [
      { id: 'where', as: 'line', label: 'Where', hint: 'The address of the page' },
      { id: 'on', as: 'date', label: 'Published on' },
    ],
    start: ({ today }) => ({ on: today }),
  },
};
