import { defineRefusals } from '../../kernel/refusal.js';

const JOINT_BOARD = 'SSI 2014/285';
const PRACTICE = 'Practice of committee records';

export const refuseBody = defineRefusals({
  'body.not-found': { rule: 'There is no such body.' },
  'body.established-already': { rule: 'A body is established once.', status: 409 },
  'body.id-taken': { rule: 'No body is called tree: that address shows who reports to whom.' },
  'body.not-established': { rule: 'A body is established before anything else is recorded of it.' },
  'body.time-zone-unknown': {
    rule: 'A body sits in a time zone of the IANA database, spelled as it is there, such as Europe/London.',
    source: 'IANA time zone database',
  },
  'body.before-its-day': { rule: 'Nothing of a body holds before the day the body was established.' },
  'body.under-itself': { rule: 'A body does not report to itself.' },
  'body.under-its-own-part': { rule: 'A body does not report to a body that reports to it, directly or through others.' },
  'body.parent-unknown': { rule: 'A body reports to a body that is established.' },
  'body.placed-that-day': { rule: 'A body is placed under one parent on a day; a placement from that day is recorded already.' },

  'body.dissolved': { rule: 'Nothing of a body begins on or after the day it was dissolved.' },
  'body.later-facts': { rule: 'A body is not dissolved before something that is recorded of its life.' },
  'body.meets': { rule: 'A body that holds meetings is neither dormant nor dissolved.' },
  'body.dates-out-of-order': { rule: 'What ends does not end before it begins.' },
  'body.on-sabbatical': { rule: 'A body is on one sabbatical at a time.' },
  'body.not-on-sabbatical': { rule: 'Only a sabbatical that has begun and is going on can be ended.' },
  'body.dormant-already': { rule: 'A body that is dormant does not become dormant again before it meets or is relaunched.' },
  'body.nothing-to-relaunch': { rule: 'Only a body that was dormant or on a sabbatical since it was last launched is relaunched.' },
  'body.not-ready': {
    rule: 'A body is launched or relaunched once there is evidence for every condition of its readiness.',
    source: 'Report to the Scottish Borders Integration Joint Board, 17 May 2023, paragraph 5.7',
  },
  'body.gated': {
    rule: 'A body that waits for a pathfinder is launched only when the review of the pathfinder says proceed.',
    source: 'Report to the Scottish Borders Integration Joint Board, 17 May 2023, paragraphs 5.11 and 5.12',
  },
  'body.decision-unnamed': { rule: 'A decision is named by its meeting, and by its id or its paragraph.' },
  'body.decision-unknown': { rule: 'A decision that is named is in the record of its meeting, and was not struck out of it.' },
  'body.decision-ambiguous': { rule: 'Where several decisions were taken in one paragraph, the decision’s id is named.' },
  'body.part-unknown': { rule: 'A part that is named is a lettered part of the decision.' },
  'body.grounds-missing': { rule: 'A review names the decision it ended in, or the source that tells of it.' },

  'dormancy.same-day': { rule: 'One rule of dormancy applies on a day; a rule from the same day is adopted already.' },
  'condition.twice': { rule: 'Every condition of readiness has an id of its own.' },
  'condition.unknown': { rule: 'A condition is laid down before there is evidence for it.' },
  'condition.evidenced-already': { rule: 'Evidence for a condition stands until it is withdrawn.' },
  'condition.not-evidenced': { rule: 'Only evidence that stands on that day can be withdrawn.' },
  'pathfinder.gates-itself': { rule: 'A pathfinder does not wait for itself.' },
  'pathfinder.body-unknown': { rule: 'What waits for a pathfinder is a body that is proposed or established.' },
  'pathfinder.named-already': { rule: 'A body is named a pathfinder once.' },
  'pathfinder.not-named': { rule: 'Only a body that is named a pathfinder is reviewed as one.' },
  'pathfinder.reviewed-already': { rule: 'A pathfinder whose review says proceed is not reviewed again.' },

  'locality.exists': { rule: 'Every locality of a body has an id of its own.' },
  'locality.unknown': { rule: 'A locality is defined before anything else is recorded of it.' },
  'locality.ended-already': { rule: 'A locality ends once.' },
  'locality.outside-its-days': { rule: 'Nothing of a locality holds before its first day or after its last.' },
  'locality.unchanged': { rule: 'A change of a locality changes something, at most once on a day.' },
  'locality.served-already': { rule: 'A body comes to serve a locality once.' },

  'budget.exists': { rule: 'Every budget of a body has an id of its own.' },
  'budget.unknown': { rule: 'A budget is delegated before anything else is recorded of it.' },
  'budget.amount-or-words': { rule: 'A budget has an amount, or words that say it is to be defined, and not both.' },
  'budget.phase-twice': { rule: 'Every phase of a budget has an id of its own.' },
  'budget.phase-unknown': { rule: 'Only a phase that is planned is begun.' },
  'budget.phase-begun-already': { rule: 'A phase of a budget begins once, and stays once it has begun.' },
  'budget.phases-exceed': { rule: 'The phases of a budget do not add up to more than the budget.' },
  'budget.unchanged': { rule: 'A change of a budget changes something.' },

  'seat.sector-unchanged': { rule: 'A seat is placed in another sector than it was in, at most once on a day.' },
  'constitution.review-planned-already': { rule: 'A review of the rules that is planned is held before another is planned.' },
  'constitution.review-not-planned': { rule: 'Only a review of the rules that is planned is recorded as held.' },

  'standing-items.twice': { rule: 'Every standing item of an agenda has an id, or a title, of its own.' },
  'constitution.same-day': { rule: 'One constitution applies on a day; a version from the same day is adopted already.' },
  'constitution.version-exists': { rule: 'Every version of a constitution has a name of its own.' },
  'constitution.quorum-malformed': {
    rule: 'A quorum rule is a number, a share of seats, a number from several organisations, a combination of these, or declared unknown.',
  },
  'constitution.presiding-malformed': {
    rule: 'Who presides is a list, first available first, in which each appears at most once.',
    source: JOINT_BOARD,
  },
  'constitution.share-impossible': { rule: 'A share is more than nothing and not more than the whole.' },
  'constitution.verb-not-capitals': { rule: 'The verb of a decision is a word in capitals, such as HOMOLOGATED.', source: PRACTICE },
  'constitution.reference-malformed': {
    rule: 'A format of references has {seq} in it, and in braces nothing else but {ddmmyy}, {yyyy} and {date}.',
  },

  'seat.exists': { rule: 'Every seat of a body has an id of its own.' },
  'seat.unknown': { rule: 'A seat is created before anything else is recorded of it.' },
  'seat.before-its-day': { rule: 'Nothing of a seat holds before its first day.' },
  'seat.after-its-end': { rule: 'Nothing of a seat begins after its last day.' },
  'seat.ended-already': { rule: 'A seat ends once.' },
  'seat.used-after': { rule: 'A seat does not end before something that is recorded of it begins.' },
  'seat.voting-unchanged': { rule: 'A change of voting changes something: the seat votes, or does not, as it did the day before.' },
  'seat.voting-changed-that-day': { rule: 'Whether a seat votes changes at most once on a day.' },
  'seat.occupied': { rule: 'A seat has one holder at a time; whoever holds it leaves before another takes it.' },
  'seat.term-before-start': { rule: 'A term does not end before it begins.' },
  'seat.dates-out-of-order': { rule: 'The last day is not before the first.' },
  'seat.left-after-term': { rule: 'A member does not sit beyond the end of the term; a new term is recorded by filling the seat again.' },
  'seat.vacant': { rule: 'Only a member who holds the seat on that day can leave it.' },
  'seat.vacated-already': { rule: 'A member leaves a seat once; the last day is recorded already.' },

  'substitute.named-already': { rule: 'A substitute is named once for the same days.' },
  'substitute.is-holder': { rule: 'The member who holds a seat is not also the substitute for it.' },
  'substitute.not-there-then': { rule: 'Only a substitute who is named for that day can be withdrawn.' },
  'substitute.withdrawn-already': { rule: 'A substitute is withdrawn once; the last day is recorded already.' },

  'office.held': { rule: 'An office has one holder at a time; whoever holds it leaves before another takes it.' },
  'office.dates-out-of-order': { rule: 'The last day in office is not before the first.' },
  'office.not-held': { rule: 'Only someone who holds the office on that day can leave it.' },
  'office.left-already': { rule: 'An office is left once; the last day is recorded already.' },
});
