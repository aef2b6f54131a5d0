import { type AnyTold, because, beginning, decision, quoted, stop } from '../../../kernel/sentences.js';
import { type DecisionPart } from '../../../kernel/citation.js';
import { type DecisionEvent } from '../events/decision.events.js';

const linesOf = (words: string, parts: readonly DecisionPart[]): string[] => [
  words,
  ...parts.map(({ letter, text }) => `(${letter}) ${text}`),
];
const opening = (words: string, parts: readonly DecisionPart[]): string => quoted(linesOf(words, parts).join(' '), 400);

export const decisionSentences: AnyTold<DecisionEvent> = {
  DecisionRecorded: ({ paragraph, words, parts, standing, outcome, exempt, onLossOf }) =>
    beginning(
      `Paragraph ${paragraph}: ${opening(words, parts)}${outcome.kind === 'resolved' ? '' : `; ${outcome.kind.replaceAll('-', ' ')}`}${'to' in outcome && outcome.to ? ` to ${outcome.to}` : ''}${onLossOf === undefined ? '' : `; on the loss of ${onLossOf}`}${exempt ? '; exempt: not published' : ''}${standing === 'informal' ? ' — informally, without a quorum' : ''}`,
      ...linesOf(words, parts),
    ),
  DecisionCorrected: ({ words, parts, reason }) =>
    beginning(`${stop(`Decision corrected${because(reason)}`)} Now ${opening(words, parts)}`, ...linesOf(words, parts)),
  DecisionStandingFound: ({ decisionId, standing, because: why }) =>
    `Decision ${decisionId} found ${standing.replaceAll('-', ' ')}${because(why)}`,
  DecisionQuorumFound: ({ decisionId, quorum, because: why }) =>
    `Quorum at decision ${decisionId} counted again: ${quorum.explanation}${because(why)}`,
  DecisionExemptionFound: ({ decisionId, exempt, because: why }) =>
    `Decision ${decisionId} found ${exempt ? 'exempt: not published' : 'not exempt'}${because(why)}`,
  DecisionRatified: ({ decision: ref, by }) => `${decision(ref)} ratified by ${decision(by)}`,
  RatificationDeclined: ({ decision: ref, reason }) => `${decision(ref)} not ratified${because(reason)}`,
  DecisionRescinded: ({ decision: ref, by }) => `${decision(ref)} rescinded by ${decision(by)}`,
  DecisionSuperseded: ({ decision: ref, by }) => `${decision(ref)} superseded by ${decision(by)}`,
};
