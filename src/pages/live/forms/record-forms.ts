import { RaiseAction } from '../../../slices/actions/actions.commands.js';
import { CorrectDecision, RecordDecision } from '../../../slices/meetings/decisions/decisions.commands.js';
import { Annotate, CorrectParagraph, RecordParagraph, StrikeEntry } from '../../../slices/meetings/minutes/minutes.commands.js';
import { type LiveForms } from './live-form.js';
import { asSeen, decided, fromPart, inPlace } from './record-additions.js';

/** What is written down: paragraphs, notes, decisions, actions, and what puts them right. */
export const RECORD_FORMS: LiveForms = {
  'record-paragraph': {
    command: RecordParagraph,
    mode: 'paragraph',
    said: 'Paragraph recorded',
    labels: { text: 'Paragraph' },
    also: inPlace,
  },
  'correct-paragraph': {
    command: CorrectParagraph,
    mode: 'correct',
    said: 'The paragraph is put right',
    labels: { text: 'Paragraph', reason: 'Why' },
    also: asSeen('paragraphId'),
  },
  annotate: { command: Annotate, mode: 'note', said: 'The note is recorded', labels: { heading: 'Heading', text: 'Note' } },
  'strike-entry': {
    command: StrikeEntry,
    mode: 'strike',
    said: 'It is taken out of the minute',
    labels: { reason: 'Why' },
    also: asSeen('entryId'),
  },
  'record-decision': { command: RecordDecision, mode: 'decision', said: 'Decision recorded', labels: { words: 'Decision' }, also: decided },
  'correct-decision': {
    command: CorrectDecision,
    mode: 'correct',
    said: 'The decision is put right',
    labels: { words: 'Decision', reason: 'Why' },
    also: asSeen('decisionId'),
  },
  'raise-action': {
    command: RaiseAction,
    mode: 'action',
    then: 'action',
    said: 'Action raised',
    labels: { source: 'Comes from', officers: 'Officers' },
    also: fromPart,
  },
};
