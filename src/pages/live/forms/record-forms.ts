import { MoveEntry } from '../../../slices/meetings/corrections/step.commands.js';
import { RaiseAction } from '../../../slices/actions/actions.commands.js';
import { CorrectDecision, RecordDecision } from '../../../slices/meetings/decisions/decisions.commands.js';
import { Annotate, CorrectParagraph, RecordParagraph, StrikeEntry } from '../../../slices/meetings/minutes/minutes.commands.js';
import {
  AgreeAction,
  CorrectAgreedAction,
  CorrectHearing,
  RecordHearing,
} from '../../../slices/meetings/discussion/discussion.commands.js';
import { agreed, agreedAnew } from './agreed-additions.js';
import { type LiveForms } from './live-form.js';
import { asSeen, decided, fromPart, inPlace, resolved } from './record-additions.js';

const HEARING = { kind: 'What it is', subject: 'On what', name: 'Whose name', words: 'What was said', answer: 'The answer' };

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
  'move-entry': {
    command: MoveEntry,
    mode: 'move',
    confirmation: 'It is moved',
    labels: { sectionId: 'To which item', reason: 'Why' },
    extraFields: asSeen('entryId'),
  },
  'record-decision': {
    command: RecordDecision,
    mode: 'decision',
    confirmation: 'Decision recorded',
    labels: { words: 'Decision' },
    extraFields: decided,
    followedBy: resolved,
    undo: correcting,
  },
  'correct-decision': {
    command: CorrectDecision,
    mode: 'correct',
    confirmation: 'The decision is put right',
    labels: { words: 'Decision', reason: 'Why' },
    extraFields: asSeen('decisionId'),
  },
  'agree-action': {
    command: AgreeAction,
    mode: 'agree',
    confirmation: 'The action is recorded, and is on the action sheet',
    labels: { words: 'What', due: 'Deadline' },
    extraFields: agreed,
    undo: correcting,
  },
  'correct-agreed-action': {
    command: CorrectAgreedAction,
    mode: 'correct',
    confirmation: 'The action is put right',
    labels: { words: 'What', due: 'Deadline', reason: 'Why' },
    extraFields: agreedAnew,
  },
  'record-hearing': {
    command: RecordHearing,
    mode: 'hearing',
    confirmation: 'It is recorded',
    labels: HEARING,
    undo: (hearingId) => `mode=correct&entry=${hearingId}`,
  },
  'correct-hearing': {
    command: CorrectHearing,
    mode: 'correct',
    confirmation: 'It is put right',
    labels: { ...HEARING, reason: 'Why' },
    extraFields: asSeen('hearingId'),
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
