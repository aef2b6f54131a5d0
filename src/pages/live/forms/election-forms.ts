import { CorrectElection, EndMembership, HoldElection, TakeElectionRound } from '../../../slices/meetings/elections/elections.commands.js';
import { correctedElection, nominated, round } from './election-additions.js';
import { type LiveForms } from './live-form.js';

/** Elections and appointments, the votes in them, and memberships that end. */
export const ELECTION_FORMS: LiveForms = {
  'hold-election': {
    command: HoldElection,
    mode: 'election',
    nextComposer: 'round',
    confirmation: 'The election is recorded',
    labels: { 'to.name': 'Office, seat or body', 'to.kind': 'What to', places: 'How many' },
    extraFields: nominated,
  },
  'take-round': {
    command: TakeElectionRound,
    mode: 'round',
    nextComposer: 'round',
    confirmation: 'The vote is recorded',
    labels: { method: 'How they voted', declined: 'Declined to vote', absent: 'Absent from the vote', spoilt: 'Spoilt papers' },
    extraFields: round,
  },
  'correct-election': {
    command: CorrectElection,
    mode: 'correct-election',
    confirmation: 'The election is put right',
    labels: { 'to.name': 'Office, seat or body', places: 'How many', reason: 'Why' },
    extraFields: correctedElection,
  },
  'end-membership': {
    command: EndMembership,
    mode: 'end-membership',
    confirmation: 'The membership is ended',
    labels: { reason: 'Why', words: 'Words' },
  },
};
