import { defineRefusals } from '../../kernel/refusal.js';

const PRACTICE = 'Practice of committee reports';
const ACT_1973 = 'Local Government (Scotland) Act 1973 ss.50B-50C';

export const refuseReport = defineRefusals({
  'report.not-found': { rule: 'There is no such report that may be read.' },
  'report.body-unknown': { rule: 'A report is to a body that is established.' },
  'report.not-submitted': { rule: 'A report is submitted before anything else is recorded of it.' },
  'report.is-a-promise': { rule: 'Of a report that is only promised nothing is recorded but what becomes of the promise.' },
  'report.withdrawn': { rule: 'A report that was withdrawn stays in the record, and nothing more is done to it.' },
  'report.recommendation-twice': { rule: 'Each recommendation of a report has a letter of its own, so that a decision can name it.' },
  'report.recommendation-unnamed': { rule: 'A recommendation without a letter in its label is given one.' },
  'report.decided': {
    rule: 'A report on which a meeting has decided is not withdrawn, and keeps the recommendations that were decided on.',
    source: PRACTICE,
  },
  'report.nothing-given': { rule: 'A correction changes something.' },
  'report.meeting-unknown': { rule: 'The meeting named is one that has been called.' },
  'report.meeting-cancelled': { rule: 'Nothing is put on the agenda of a meeting that was cancelled.' },
  'report.meeting-of-another-body': {
    rule: 'A report is put before the body it is to, or a body it was escalated to, and decided on there.',
    source: PRACTICE,
  },
  'report.item-unknown': { rule: 'The agenda item named is on that meeting’s agenda.', source: ACT_1973 },
  'report.item-withdrawn': { rule: 'A report is not put under an agenda item that was withdrawn.' },
  'report.on-that-agenda-already': { rule: 'A report is put once on one agenda.' },
  'report.escalated-already': { rule: 'A report is escalated once to one body.' },
  'report.escalated-to-itself': { rule: 'A report is escalated to another body than the one it is to.' },
  'recommendation.unknown': { rule: 'The recommendation named is one of the report’s.' },
  'recommendation.decided-already': {
    rule: 'A recommendation is decided once; one that was continued may be decided again.',
    source: PRACTICE,
  },
  'recommendation.not-decided': { rule: 'Only a recommendation that was decided is opened again.' },
  'recommendation.amended-without-words': { rule: 'Where a recommendation was amended, the record says what was decided instead.' },
  'recommendation.before-it-was-continued': { rule: 'What was continued is decided by that meeting or a later one.' },
  'recommendation.decision-unnamed': { rule: 'What was decided on a recommendation is a decision, named by its id or its paragraph.' },
  'recommendation.decision-unknown': { rule: 'The decision named is in the record of that meeting.' },
  'recommendation.decision-ambiguous': { rule: 'Where several decisions were taken on a paragraph, the one meant is named by its id.' },
  'recommendation.decision-struck': { rule: 'A decision that was recorded in error decides nothing.' },
  'recommendation.part-unknown': { rule: 'The part named is one of the decision’s lettered parts.' },
  'report-promise.not-found': { rule: 'There is no such promise of a report.' },
  'report-promise.not-a-promise': { rule: 'Only a report that was promised can be extended, released or kept.' },
  'report-promise.source-missing': { rule: 'A report is promised by a decision or in another report, and by one of them.' },
  'report-promise.report-unknown': { rule: 'The report that promises another is one that was submitted and not withdrawn.' },
  'report-promise.of-another-body': { rule: 'A report brought back to a body keeps that body’s own promise.' },
  'report-promise.released': { rule: 'A promise the body no longer holds anybody to is neither kept nor extended.' },
  'report-promise.kept': { rule: 'A promise that was kept is neither extended nor released.' },
  'report-promise.kept-already': { rule: 'A report keeps a promise once.' },
  'report-promise.too-early': { rule: 'Nothing happens to a promise before the day it was made.' },
  'report-promise.dates-reversed': { rule: 'A deadline does not end before it begins.' },
  'report-promise.behind': {
    rule: 'Whether a promise was kept could not be told in time; nothing was recorded, and it may be tried again.',
  },
});
