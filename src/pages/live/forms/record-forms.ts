import { RaiseAction } from '../../../slices/actions/actions.commands.js';
import { CorrectDecision, RecordDecision } from '../../../slices/meetings/decisions/decisions.commands.js';
import { Annotate, CorrectParagraph, RecordParagraph, StrikeEntry } from '../../../slices/meetings/minutes/minutes.commands.js';
import { type LiveForms } from './live-form.js';
import { asSeen, decided, fromPart, inPlace } from './record-additions.js';

const correcting = (entryId: string): string => `mode=correct&entry=${entryId}`;

/** Forms for paragraphs, notes, decisions, actions, and for putting them right. */
export const RECORD_FORMS: LiveForms = {
  'record-paragraph': {
    command: RecordParagraph,
    mode: 'paragraph',
    confirmation: 'Paragraph recorded',
    labels: { text: 'Paragraph' },
    extraFields: inPlace,
    undo: correcting,
  },
  'correct-paragraph': {
    command: CorrectParagraph,
    mode: 'correct',
    confirmation: 'The paragraph is put right',
    labels: { text: 'Paragraph', reason: 'Why' },
    extraFields: asSeen('paragraphId'),
  },
  annotate: { command: Annotate, mode: 'note', confirmation: 'The note is recorded', labels: { heading: 'Heading', text: 'Note' } },
  'strike-entry': {
    command: StrikeEntry,
    mode: 'strike',
    confirmation: 'It is taken out of the minute',
    labels: { reason: 'Why' },
    extraFields: asSeen('entryId'),
  },
  'record-decision': {
    command: RecordDecision,
    mode: 'decision',
    confirmation: 'Decision recorded',
    labels: { words: 'Decision' },
    extraFields: decided,
    undo: correcting,
  },
  'correct-decision': {
    command: CorrectDecision,
    mode: 'correct',
    confirmation: 'The decision is put right',
    labels: { words: 'Decision', reason: 'Why' },
    extraFields: asSeen('decisionId'),
  },
  'raise-action': {
    command: RaiseAction,
    mode: 'action',
    nextComposer: 'action',
    confirmation: 'Action raised',
    labels: { source: 'Comes from', officers: 'Officers' },
    extraFields: fromPart,
  },
};
