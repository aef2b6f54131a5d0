import { because, decision, quoted, type Sentences } from '../../../kernel/sentences.js';
import { type MinuteEvent } from '../record/minute.events.js';

export const minuteSentences: Sentences<MinuteEvent> = {
  ParagraphRecorded: ({ number, text }) => `Paragraph ${number}: ${quoted(text)}`,
  ParagraphRenumbered: ({ from, to }) => `Paragraph ${from} is now ${to}`,
  ParagraphCorrected: ({ text, reason }) => `Paragraph corrected${because(reason)}. Now ${quoted(text)}`,
  AnnotationRecorded: ({ heading, text }) => `${heading}: ${text}`,
  EntryStruck: ({ entryId, reason }) => `${entryId} struck out${because(reason)}`,
  MinuteCirculated: ({ draft, hash }) => `Draft ${draft} circulated (SHA-256 ${hash})`,
  MinuteApproved: ({ by, corrections }) =>
    `Minute approved by ${decision(by)}${corrections.length ? ` with ${corrections.length} corrections` : ''}`,
  MinuteSigned: ({ signedBy, atMeeting, hash }) => `Minute signed by ${signedBy.name} at ${atMeeting} (SHA-256 ${hash})`,
  SignedMinuteCorrected: ({ by, correction }) => `Corrected by ${decision(by)}: ${correction.words}`,
};
