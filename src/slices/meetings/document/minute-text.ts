import { createHash } from 'node:crypto';
import { type MinuteStyle } from '../../bodies/bodies.words.js';
import { type Meeting } from '../record/meeting.state.js';
import { groundInWords } from '../exempt/grounds.js';
import { actionBlocks } from './action-in-words.js';
import { assembleMinute } from './assemble.js';
import { type MinuteDocument, type MinuteEntry, type MinuteSection } from './minute-document.js';
import { sederuntColumn, sederuntLine } from './sederunt.js';
import { meetingInWords } from '../in-words/wording.js';

/** The whole minute as text, exempt items included: what is circulated, approved and signed. */
export const minuteText = (meeting: Meeting): string => renderMinuteText(assembleMinute(meeting));

/** SHA-256 of the text's UTF-8 bytes, in hexadecimal: `sha256sum` of the file says the same. */
export const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/**
 * The minute as plain text, laid out as paper minutes are; blocks with a blank line between. A paragraph is one block with its number, if it has
 * one, in front. What is circulated, approved and signed is this text, so it ends the same for every draft, and a signature is kept beside it.
 */
export function renderMinuteText(document: MinuteDocument): string {
  const { sederunt } = document;
  const blocks = [
    document.bodyName.toUpperCase(),
    document.opening,
    ...present(document),
    ...list('Apologies:-', sederunt.apologies, document),
    ...list('In Attendance:-', sederunt.inAttendance, document),
    ...document.preamble.flatMap((entry) => entryBlocks(entry, document.style)),
    ...document.sections.flatMap((section) => sectionBlocks(section, document)),
    ...(document.conclusion === null ? [] : [document.conclusion]),
    ...standingBlocks(document),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Those present; of a joint meeting by the body they sit for, each list with its quorum. */
function present(document: MinuteDocument): string[] {
  const { present: all, bodies } = document.sederunt;
  if (!bodies) return list('Present:-', all, document);
  return bodies.flatMap(({ bodyName, present: those, quorum }) => [...list(`Present for ${bodyName}:-`, those, document), quorum]);
}

function list(label: string, entries: MinuteDocument['sederunt']['present'], { style, mode }: MinuteDocument): string[] {
  if (entries.length === 0) return [];
  return [style.sederunt === 'column' ? `${label}\n${sederuntColumn(entries, mode)}` : `${label} ${sederuntLine(entries, mode)}.`];
}

/** `3. ACTION TRACKER`; of business before the first item, only its heading. */
export const sectionHeading = ({ number, heading, beforeItems }: Pick<MinuteSection, 'number' | 'heading' | 'beforeItems'>): string =>
  beforeItems ? heading : `${number}. ${heading}`;

const sectionBlocks = ({ exempt, entries, ...section }: MinuteSection, { withoutExempt, style }: MinuteDocument): string[] => [
  sectionHeading(section),
  ...(withoutExempt && exempt !== undefined ? [exemptSentence(exempt)] : []),
  ...entries.flatMap((entry) => entryBlocks(entry, style)),
];

/** The label of a decision's part as the style prints it: `(a)`, `a)`, `a.` */
export const labelled = (letter: string, { labels }: MinuteStyle): string => labels.replace('a', letter);

/** The sentence in place of an item that is left out: the reason it is private. */
export const exemptSentence = (paragraph: string): string =>
  `Taken in private: exempt information under ${groundInWords(paragraph)} of Schedule 7A to the Local Government (Scotland) Act 1973.`;

function entryBlocks(entry: MinuteEntry, style: MinuteStyle): string[] {
  const headed = (heading: string): string[] => (style.headings === 'none' ? [] : [heading]);
  switch (entry.kind) {
    case 'paragraph':
      return [...(entry.heading === undefined ? [] : [entry.heading]), entry.numbered ? `${entry.number} ${entry.text}` : entry.text];
    case 'decision':
      return [
        ...headed('DECISION'),
        entry.words,
        ...entry.parts.map(({ letter, text }) => `${labelled(letter, style)} ${text}`),
        ...(entry.loss === undefined ? [] : [entry.loss]),
        ...(entry.dissent === undefined ? [] : [entry.dissent]),
      ];
    case 'action':
      return actionBlocks(entry, style);
    case 'hearing':
      return [...headed(entry.about.toUpperCase()), ...entry.sentences];
    case 'vote':
      return [...headed('VOTE'), ...entry.sentences];
    case 'division':
      return [...headed('DIVISION'), ...entry.sentences];
    case 'election':
      return [...headed(entry.heading), ...entry.sentences];
    case 'note':
      return [...headed(entry.heading), entry.text];
  }
}

function standingBlocks({ approval }: MinuteDocument): string[] {
  if (!approval) return ['DRAFT'];
  const at = meetingInWords(approval.atMeeting);
  if (approval.corrections.length === 0) return [`APPROVED at ${at}.`];
  return [
    `APPROVED at ${at}, with these corrections:`,
    ...approval.corrections.map(({ paragraph, words }) => (paragraph === undefined ? words : `Paragraph ${paragraph}: ${words}`)),
  ];
}

/** The signature and later corrections, printed below the signed text. */
export function renderAfterSigning({ signature, corrections }: MinuteDocument): string {
  if (!signature) return '';
  const lines = [
    `SIGNED by ${signature.name}, presiding at ${meetingInWords(signature.atMeeting)}.`,
    `SHA-256 of the text signed: ${signature.hash}`,
    ...corrections.map(
      ({ atMeeting, correction: { paragraph, words } }) =>
        `CORRECTED by ${meetingInWords(atMeeting)}: ${paragraph === undefined ? '' : `paragraph ${paragraph}: `}${words}`,
    ),
  ];
  return `\n${lines.join('\n\n')}\n`;
}
