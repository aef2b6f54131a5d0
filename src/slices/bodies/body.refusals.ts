import { defineRefusals } from '../../kernel/refusal.js';

const JOINT_BOARD = 'SSI 2014/285';
const PRACTICE = 'Practice of committee records';

export const refuseBody = defineRefusals({
  'body.not-found': { rule: 'There is no such body.' },
  'body.established-already': { rule: 'A body is established once.' },
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
