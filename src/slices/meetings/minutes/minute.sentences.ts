import { choice } from '../../../kernel/lines.js';
import { type AnyTold, because, beginning, decision, inHistory, quoted, stop } from '../../../kernel/sentences.js';
import { styleLines } from '../../bodies/bodies.words.js';
import { type MinuteEvent } from '../events/minute.events.js';

export const minuteSentences: AnyTold<MinuteEvent> = {
  ParagraphRecorded: ({ number, heading, text }) =>
    beginning(`Paragraph ${number}${heading ? ` (${heading})` : ''}: ${quoted(text)}`, text),
  ParagraphRenumbered: ({ from, to }) => `Paragraph ${from} is now ${to}`,
  ParagraphCorrected: ({ text, reason }) => beginning(`${stop(`Paragraph corrected${because(reason)}`)} Now ${quoted(text)}`, text),
  AnnotationRecorded: ({ heading, text }) => `${heading}: ${text}`,
  EntryStruck: ({ entryId, reason }) => `${entryId} struck out${because(reason)}`,
  MinuteRestyled: ({ style }) =>
    inHistory(`Minute set in the style of the body, from the set for a ${choice(style.set)}`, ...styleLines(style)),
  EntryMoved: ({ entryId, sectionId, sectionHeading, from, reason }) =>
    `Entry ${entryId} moved to ${sectionHeading} (${sectionId})${from === null ? '' : `, from ${from}`}${because(reason)}`,
  MinuteCirculated: ({ draft, to, hash }) => `Draft ${draft} circulated${to ? ` to ${to}` : ''} (SHA-256 ${hash})`,
  MinuteApproved: ({ by, corrections }) =>
    `Minute approved by ${decision(by)}${corrections.length ? ` with ${corrections.length} corrections: ${corrections.map(({ words }) => words).join('; ')}` : ''}`,
  MinuteSigned: ({ signedBy, atMeeting, hash }) => `Minute signed by ${signedBy.name} at ${atMeeting} (SHA-256 ${hash})`,
  SignedMinuteCorrected: ({ by, correction }) => `Corrected by ${decision(by)}: ${correction.words}`,
};
