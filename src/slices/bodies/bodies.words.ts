/** The words, shapes and pure rules of this slice that other rooms may import. */
export { describeFraction } from './describe.js';
export { styleLines } from './body.sentences.js';
export { bodiesMeeting, type BodyOfMeeting, constitutionOf, seatNamed, seatsOfBody } from './joint-meeting.js';
export {
  type Constitution,
  type Counting,
  type Fraction,
  isOfficeName,
  type NoticeRule,
  officeNamed,
  type OfficeName,
  type PersonNamed,
  type QuorumRule,
  type RequisitionRule,
  requisitionRuleOf,
  type RollSeat,
  type Standing,
  type BetweenRule,
  PROCEDURAL,
  type VotingRule,
} from './constitution.js';
export { describeRequisition } from './describe.js';
export { type LifeStatus } from './life.js';
export { lacking, localityOn } from './over-time.js';
export {
  type MinuteStyle,
  numbersBegin,
  READY,
  sameStyle,
  STYLE_SETS,
  type StyleSaid,
  type StyleSet,
  styleOf,
  styleOfActions,
} from './minute-style.js';
export { organisationSaid } from './organisation-said.js';
export { rollChanges } from './roll-changes.js';
export { type StandingItem } from './standing-items.js';
export { type BodyView, type ConstitutionView } from './views/body/body.view.js';
export { type TreeNode } from './views/tree/tree.js';
