import { defineRefusals } from '../../kernel/refusal.js';

const PRACTICE = 'Practice of committee action trackers';
const SHEET_KEY = 'Key of the action sheet: "items removed from tracker once noted as complete at meeting"';

export const refuseAction = defineRefusals({
  'action.not-raised': { rule: 'An action is raised before anything else is recorded of it.' },
  'action.body-unknown': { rule: 'An action belongs to a body that is established.' },
  'action.source-missing': {
    rule: 'An action comes from a decision, named by its id or its paragraph, or cites the heading of one that is not in the system.',
  },
  'action.source-twice': { rule: 'An action comes from one decision: either one in the system or one that is cited.' },
  'action.meeting-unknown': { rule: 'The meeting named is one that has been called.' },
  'action.decision-unknown': { rule: 'The decision named is in the record of that meeting.' },
  'action.decision-ambiguous': { rule: 'Where several decisions were taken on a paragraph, the one meant is named by its id.' },
  'action.decision-of-another-body': { rule: 'An action of a body comes from that body’s own decision.' },
  'action.decision-struck': { rule: 'A decision that was recorded in error gives rise to nothing.' },
  'action.part-unknown': { rule: 'The part named is one of the decision’s lettered parts.' },
  'action.dates-reversed': { rule: 'A deadline does not end before it begins.' },
  'action.nothing-given': { rule: 'A correction or a transfer changes something.' },
  'action.before-it-was-raised': { rule: 'Nothing happens to an action before the day it was raised.' },
  'action.before-its-last-step': {
    rule: 'Completion, noting, extension, declining and reopening are recorded in the order of their days.',
  },
  'action.noted-complete': {
    rule: 'An action that a meeting has noted complete is off the tracker; it is reopened before anything else is done to it.',
    source: SHEET_KEY,
  },
  'action.reported-complete': {
    rule: 'An action that is reported complete is reopened before it is extended, and is not reported complete twice.',
    source: PRACTICE,
  },
  'action.declined': {
    rule: 'An action that was declined is reopened before anything else is done to it but noting it.',
    source: PRACTICE,
  },
  'action.struck': { rule: 'No action came of what was recorded in error; nothing more is recorded of it.' },
  'action.not-agreed': { rule: 'An action that follows a minute was agreed in discussion at the meeting named.' },
  'action.agreed-in-error': { rule: 'No action is raised by an entry of the minute that was struck.' },
  'action.as-agreed-already': { rule: 'An action is set as the minute has it where the minute says something else.' },
  'action.open-already': { rule: 'Only an action that was reported complete, noted or declined can be reopened.' },
  'action.meeting-of-another-body': { rule: 'Only a meeting of the body that raised an action can note it complete.', source: SHEET_KEY },
  'action.meeting-not-opened': { rule: 'Only a meeting that has been opened can note an action complete.', source: SHEET_KEY },
  'action.meeting-too-early': { rule: 'A meeting cannot note complete what was raised, extended, reported or reopened after it.' },
  'action.awaiting-approval': {
    rule: 'A paragraph marked * needs approval elsewhere before action can be taken; it is noted complete only after that was given.',
    source: 'Note 1 of the action sheet',
  },
  'action.too-much-changed-since': {
    rule: 'A day so far back that thousands of actions have changed since is looked at for one body at a time.',
  },
  'action.not-found': { rule: 'There is no such action that may be read.' },
  'matters-arising.not-found': { rule: 'There is no such meeting.' },
  'action-sheet.not-found': { rule: 'There is no such body.' },
  'action.approval-not-needed': { rule: 'Approval elsewhere is given to an action that needs it.' },
  'action.approval-given-already': { rule: 'Approval elsewhere is given once.' },
});
