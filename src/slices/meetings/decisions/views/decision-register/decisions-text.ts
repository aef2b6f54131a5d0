import { csv } from '../../../../../http/csv.js';
import { longDate } from '../../../../../kernel/dates.js';
import { type DecisionRegisterRow } from './decision-register.projection.js';

/** A decision of the register as a reader sees it. */
export type ShownDecision = Omit<DecisionRegisterRow, 'place' | 'recorded' | 'search'> & { readonly published: boolean };

/** Decisions as text, by meeting: each with its paragraph, its words as recorded, and remarks on its standing and ratification. */
export function decisionsText(decisions: readonly ShownDecision[], none = 'No decisions.'): string {
  if (decisions.length === 0) return `${none}\n`;
  const lines: string[] = [];
  let meeting: string | undefined;
  for (const decision of decisions) {
    if (decision.meetingId !== meeting)
      lines.push(...(meeting === undefined ? [] : ['']), `${longDate(decision.meetingDate)} (${decision.meetingId})`);
    meeting = decision.meetingId;
    lines.push('', `Para ${decision.paragraph}  ${decision.sectionHeading}`, ...indented(decision.words));
    for (const { letter, text } of decision.parts) lines.push(...indented(`(${letter}) ${text}`, '      '));
    lines.push(...remarks(decision).map((remark) => `  [${remark}]`));
  }
  return `${lines.join('\n')}\n`;
}

const indented = (text: string, margin = '  '): string[] => text.split('\n').map((line) => (line === '' ? '' : margin + line));

function remarks(decision: ShownDecision): string[] {
  const { standing, ratification, quorum, ratifiedBy, declinedBecause, rescindedBy, supersededBy, exempt, corrected, decisionId } =
    decision;
  const list = [`id ${decisionId}`];
  if (standing === 'informal') list.push(`informal: ${quorum.explanation}`);
  if (standing === 'not-stated') list.push(`quorum not stated: ${quorum.explanation}`);
  if (ratification === 'awaiting') list.push('awaiting ratification');
  if (ratification === 'ratified') list.push(`ratified by ${ratifiedBy?.meetingId}#${ratifiedBy?.decisionId}`);
  if (ratification === 'declined') list.push(`not ratified (${ratifiedBy?.meetingId}#${ratifiedBy?.decisionId}): ${declinedBecause}`);
  if (rescindedBy) list.push(`rescinded by ${rescindedBy.meetingId}#${rescindedBy.decisionId}`);
  if (supersededBy) list.push(`superseded by ${supersededBy.meetingId}#${supersededBy.decisionId}`);
  if (exempt) list.push('exempt');
  if (corrected) list.push('corrected');
  return list;
}

const COLUMNS = [
  'meeting',
  'date',
  'paragraph',
  'section',
  'decision',
  'verb',
  'text',
  'standing',
  'quorum',
  'ratification',
  'exempt',
  'id',
] as const;

/** One line per decision. */
export const decisionsCsv = (decisions: readonly ShownDecision[]): string =>
  csv(
    decisions.map((one) => [
      one.meetingId,
      one.meetingDate,
      one.paragraph,
      one.sectionHeading,
      one.words,
      one.verb,
      [one.words, ...one.parts.map(({ letter, text }) => `(${letter}) ${text}`)].join('\n'),
      one.standing,
      one.quorum.explanation,
      one.ratification,
      one.exempt ? 'yes' : 'no',
      one.decisionId,
    ]),
    COLUMNS,
  );
