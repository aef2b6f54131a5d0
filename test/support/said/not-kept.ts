import { type Place } from './standing.js';

/** By `Command.field` or `Event.field`: why what is said there is not found. A reason that is not needed fails the test as a missing one does. */
export type Reasons = Readonly<Record<string, string>>;

const each = (why: string, ...fields: readonly string[]): Reasons => Object.fromEntries(fields.map((field) => [field, why]));

/** A flag, a choice or a number is known by its name: what else it is called in events, views and answers. */
export const ALSO_NAMED: Readonly<Record<string, readonly string[]>> = { years: ['everyYears'] };

/** What stands in no event of its command as it was said. */
export const NOT_RECORDED: Reasons = {
  ...each(
    'kept as the id of the entry it names, since paragraphs are numbered anew',
    'RecordAttendance.afterParagraph',
    'LeaveMeeting.afterParagraph',
    'RejoinMeeting.afterParagraph',
    'CorrectAttendance.afterParagraph',
    'DeclareQuorum.afterParagraph',
    'Annotate.afterParagraph',
    'DeclareInterest.afterParagraph',
    'MoveMotion.afterParagraph',
    'SecondMotion.afterParagraph',
    'TakeVote.afterParagraph',
    'TakeDivision.afterParagraph',
    'TakeChair.afterParagraph',
    'ContinueInformally.afterParagraph',
    'ExcludePublic.afterParagraph',
    'ReadmitPublic.afterParagraph',
    'AdjournMeeting.afterParagraph',
    'CorrectParagraph.paragraph',
    'AgreeAction.paragraph',
    'RecordHearing.afterParagraph',
  ),
  ...each(
    'kept as the place before the first entry',
    'RecordAttendance.fromTheStart',
    'TakeSederunt.fromTheStart',
    'CorrectAttendance.fromTheStart',
    'DeclareInterest.fromTheStart',
  ),
  ...each('kept of a meeting that is opened before its day, and says nothing of another', 'OpenMeeting.beforeItsDay'),
  ...each(
    'kept as the id of the decision it names',
    'CompleteDirection.paragraph',
    'AgreeExistingProcess.decision.paragraph',
    'AgreeProposedProcess.decision.paragraph',
    'RefuseRequest.decision.paragraph',
    'NoteActionComplete.paragraph',
  ),
  ...each(
    'sealed in the event: it is personal, and can be erased',
    'ReceiveParticipationRequest.contacts.name',
    'ReceiveParticipationRequest.contacts.address',
    'ReceiveParticipationRequest.contacts.email',
    'ReceiveParticipationRequest.contacts.telephone',
    'ReceiveParticipationRequest.contacts.inConfidence',
    'NameContacts.contacts.name',
    'NameContacts.contacts.address',
    'NameContacts.contacts.email',
    'NameContacts.contacts.telephone',
    'NameContacts.contacts.inConfidence',
    'FollowReminders.address',
    'ChangeReminders.address',
  ),
  ...each('kept as what settled it: nothing, the votes being tied', 'TakeDivision.leftTied', 'CorrectDivision.leftTied'),
  ...each('kept as the schedule: every so many years', 'RecordDuty.recurrence', 'ChangeDuty.recurrence'),
  ...each(
    'kept as null in place of what is taken away',
    'CorrectReport.notExempt',
    'ChangeReminders.noAddress',
    'ChangeReminders.noQuietHours',
  ),
  'FollowAgreedAction.meetingId': 'kept as the source of the action when it is raised, and not said again',
  'FollowAgreedAction.because': 'kept of what is set as agreed or struck; of an action that is raised, its source says it',
  'ClosePlan.openItems': 'kept as an event for each of those items',
  ...each('the day that the dates are computed from; the dates are kept', 'AddPlanItem.items.dueSaidOn', 'AmendPlanItem.dueSaidOn'),
};

const WHY_IT_CHANGED = 'the record says how it stands; why it was changed is told in its history';
const IN_THE_HISTORY = 'told in the history of the record only';

/** What is told in the history of its record and in neither its views nor its answer. */
const IN_THE_HISTORY_ONLY: Reasons = {
  ...each(
    WHY_IT_CHANGED,
    'ActionSetAsAgreed.because',
    'ActionStruck.because',
    'AgendaItemCorrected.reason',
    'AgreedActionCorrected.reason',
    'AttendanceCorrected.reason',
    'BudgetChanged.reason',
    'DecisionCorrected.reason',
    'EntryMoved.reason',
    'EvidenceWithdrawn.reason',
    'HearingCorrected.reason',
    'HolidayWithdrawn.date',
    'HolidayWithdrawn.reason',
    'LocalityChanged.reason',
    'LocalityEnded.reason',
    'MeetingCancelled.reason',
    'MeetingRearranged.reason',
    'ParagraphCorrected.reason',
    'PrincipalReinstated.reason',
    'PrincipalSuspended.reason',
    'RecommendationReopened.reason',
    'RemindersOptedOut.reason',
    'ReportCorrected.reason',
    'ReportPromiseExtended.reason',
    'RoleWithdrawn.bodyId',
    'RoleWithdrawn.reason',
    'RoleWithdrawn.role',
    'RollCorrected.reason',
    'SabbaticalEnded.reason',
    'SpellingDeclaredDistinct.reason',
    'SubjectErased.reason',
  ),
  ...each(
    IN_THE_HISTORY,
    'AgendaItemAdded.urgent.ruledBy.personId',
    'AttendanceCorrected.correction.kind',
    'BodyDissolved.source',
    'BodyRelaunched.source',
    'BudgetChanged.source',
    'BudgetDelegated.source',
    'BudgetPhaseBegun.source',
    'BudgetPhaseBegun.words',
    'ConstitutionReviewPlanned.source',
    'ConstitutionReviewed.findings',
    'ConstitutionReviewed.source',
    'DecisionExemptionFound.because',
    'DormancyRecorded.source',
    'LocalityDefined.source',
    'LocalityServed.source',
    'PathfinderNamed.source',
    'PathfinderReviewed.source',
    'ReadinessConditionsSet.source',
    'SabbaticalBegun.source',
    'SabbaticalEnded.source',
  ),
};

/** What is read in the story of the record, update by update, and not in how it stands. */
const AMONG_ITS_UPDATES: Reasons = each(
  'told among the updates of the record',
  'ActionCorrected.reason',
  'ActionDeclined.declinedBy',
  'ActionExtended.reason',
  'ActionReportedComplete.reportedBy',
  'ActionTransferred.reason',
  'DirectionDraftAmended.without',
  'DirectionRevoked.paragraph',
  'ProgressReported.reportedBy',
);

/** What the sentence of an event and the lines below it do not say. A new field of any event is told, or is listed here by whoever adds it. */
const NOT_TOLD: Reasons = {
  ...each(
    'an id: the record that it names is told by its name, its number or its title, or is the one whose history it is',
    'AgendaItemAdded.itemId',
    'AgendaItemAdded.urgent.ruledBy.personId',
    'AttendanceRecorded.person.personId',
    'AttendanceRecorded.seatId',
    'DecisionRecorded.decisionId',
    'DecisionRecorded.divisionId',
    'DivisionCorrected.division.divisionId',
    'DivisionCorrected.division.lot.drawnBy.personId',
    'DivisionCorrected.divisionId',
    'DivisionTaken.lot.drawnBy.personId',
    'LotDrawn.lot.drawnBy.personId',
    'ParagraphCorrected.paragraphId',
    'ParagraphRecorded.sectionId',
    'ReportPutOnAgenda.itemId',
    'SeatFilled.holder.personId',
    'SeatVacated.holder.personId',
    'SubstituteNamed.substitute.personId',
    'SubstituteWithdrawn.substitute.personId',
    'VoteCorrected.vote.lot.drawnBy.personId',
    'VoteCorrected.vote.voteId',
    'VoteCorrected.voteId',
    'VoteTaken.lot.drawnBy.personId',
  ),
  ...each('of somebody who sent apologies it says nothing', 'AttendanceRecorded.how'),
  ...each('how the sheet prints it', 'ActionRaised.source.dash'),
  ...each(
    'always pounds: the sum is told with its sign',
    'BudgetChanged.changes.amount.currency',
    'BudgetChanged.changes.phases.amount.currency',
    'BudgetDelegated.amount.currency',
    'BudgetDelegated.phases.amount.currency',
  ),
  ...each(
    'told in the words of the rule: "the chair, else the vice-chair", "3 voting members"',
    'ConstitutionAdopted.constitution.presiding.order',
    'ConstitutionAdopted.constitution.quorum.atLeast',
    'ConstitutionAdopted.constitution.quorum.kind',
  ),
  ...each('follows from the schedule, which is told', 'DutyChanged.next.recurrence', 'DutyRecorded.next.recurrence'),
  ...each('told in the words for what is missing', 'MissingItemsNotified.items.item'),
  ...each('the id under which a person’s details are sealed: a story names no person', 'ParticipationRequested.contacts.subject'),
};

/** By the place: what is not found there. */
export const NOT_FOUND: Readonly<Record<Place, Reasons>> = {
  view: {
    ...IN_THE_HISTORY_ONLY,
    ...AMONG_ITS_UPDATES,
    ...each(
      WHY_IT_CHANGED,
      'DirectionCorrected.reason',
      'ParticipationRequestCorrected.reason',
      'PlanCorrected.reason',

      'PlanItemReopened.reason',
      'PlanReopened.reason',
    ),
    ...each(WHY_IT_CHANGED, 'OrderOfBusinessChanged.reason'),
    ...each('the schedule it follows from is there', 'DutyChanged.next.recurrence', 'DutyRecorded.next.recurrence'),
    ...each('the item says no longer that it is exempt', 'AgendaItemCorrected.notExempt'),
    ...each(
      'what falls due has the day it comes to',
      'BudgetChanged.on',
      'ConstitutionReviewed.on',
      'DormancyRecorded.from.earliest',
      'ReadinessConditionsSet.on',
    ),
    ...each('the name of what is kept of the year', 'ParticipationReportPublished.year', 'PromotionAndSupportRecorded.year'),
  },
  answer: {
    ...IN_THE_HISTORY_ONLY,
    ...AMONG_ITS_UPDATES,
    ...each(
      'told among the updates of the request',
      'MissingItemsSupplied.form',
      'ParticipationRequested.additionalAuthorities.authority',
      'ParticipationRequested.additionalAuthorities.name',
      'ParticipationRequested.form',
      'ParticipationRequestCorrected.changes.form',
      'ParticipationRequestCorrected.reason',
    ),
    ...each(
      WHY_IT_CHANGED,
      'DutyChanged.on',
      'DutyChanged.reason',
      'EntryStruck.entryId',
      'EntryStruck.reason',
      'PlanCorrected.reason',
      'PlanItemReopened.on',
      'PlanItemReopened.reason',
      'PlanReopened.on',
      'PlanReopened.reason',
      'SeatEnded.reason',
      'SeatVacated.reason',
      'SeatVotingChanged.reason',
      'SpellingDeclaredDistinct.from',
    ),
    ...each(IN_THE_HISTORY, 'BodyRelaunched.decision.decisionId', 'BodyRelaunched.decision.meetingId', 'SeatCreated.source'),
    ...each('shown where it was corrected', 'AttendanceCorrected.correction.spell'),
    ...each('answered as what the entry is about', 'HearingRecorded.kind'),
    ...each('the item says no longer that it is exempt', 'AgendaItemCorrected.notExempt'),
    ...each(
      'answered as the days it falls due',
      'DutyChanged.next.recurrence',
      'DutyChanged.schedule.everyYears',
      'DutyChanged.schedule.first.months',
      'DutyRecorded.next.recurrence',
      'DutyRecorded.schedule.everyYears',
      'DutyRecorded.schedule.first.months',
    ),
  },
  history: {
    ...each(
      'what a body reports each year has no history of its own',
      'ParticipationReportPublished.publishedOn',
      'ParticipationReportPublished.where',
      'PromotionAndSupportRecorded.promotion',
      'PromotionAndSupportRecorded.support',
    ),
    ...each('told as the kind of step it is, and what it said', 'StepCorrected.step', 'StepStruck.step'),
    ...NOT_TOLD,
  },
};

/** Words that are typed and that the search does not find. */
export const NOT_SEARCHED_FOR: Reasons = {
  ...each(
    'sealed in the event: it is personal, and can be erased',
    ...['ReceiveParticipationRequest', 'NameContacts'].flatMap((type) =>
      ['name', 'address', 'email', 'telephone', 'inConfidence'].map((field) => `${type}.contacts.${field}`),
    ),
  ),
  ...each('ids of bodies', 'ChangeReminders.bodies'),
  ...each('the correction that it follows is found', 'FollowAgreedAction.because'),
};
