import { type Link, type LinkTable } from '../../../kernel/links.js';
import { type DecisionRef } from '../../../kernel/citation.js';
import { type DecisionEvent } from '../events/decision.events.js';

const ref = ({ meetingId, decisionId }: DecisionRef): string => `${meetingId}#${decisionId}`;
const later = ({ decision, by }: { readonly decision: DecisionRef; readonly by: DecisionRef }, how: string): readonly Link[] => [
  { from: ref(decision), to: ref(by), how },
];

/** Links from a decision to the later one that ratified, rescinded or superseded it, or declined to ratify it. */
export const decisionLinks: LinkTable<DecisionEvent> = {
  DecisionRatified: ({ data }) => later(data, 'ratified'),
  RatificationDeclined: ({ data }) => later(data, 'not ratified'),
  DecisionRescinded: ({ data }) => later(data, 'rescinded'),
  DecisionSuperseded: ({ data }) => later(data, 'superseded'),
};
