import { type Link, type LinkTable } from '../../kernel/links.js';
import { type DecisionRef } from '../../kernel/citation.js';
import { type DirectionEvent, type DirectionNamed, type DirectionTerms } from './direction.events.js';

const direction = (bodyId: string, id: string): string => `direction:${bodyId}/${id}`;
const self = ({ bodyId, direction: id }: DirectionNamed): string => direction(bodyId, id);
const decision = ({ meetingId, decisionId }: DecisionRef): string => `${meetingId}#${decisionId}`;

const fromReports = (named: DirectionNamed, { reports = [] }: Partial<DirectionTerms>): Link[] =>
  reports.flatMap(({ report }) =>
    report === undefined ? [] : [{ from: `report:${named.bodyId}/${report}`, to: self(named), how: 'direction drafted' }],
  );

/** The links these events record: reports and decisions to directions, and one direction to another. */
export const directionLinks: LinkTable<DirectionEvent> = {
  DirectionDrafted: ({ data }) => fromReports(data, data.terms),
  DirectionDraftAmended: ({ data }) => fromReports(data, data.changes),
  DirectionCorrected: ({ data }) => fromReports(data, data.changes),
  DirectionApproved: ({ data }) => [{ from: decision(data.decision), to: self(data), how: 'direction approved' }],
  DirectionReplaced: ({ data }) => [{ from: self(data), to: direction(data.bodyId, data.by), how: data.how }],
  DirectionRevoked: ({ data }) => [{ from: decision(data.decision), to: self(data), how: 'direction revoked' }],
  DirectionCompleted: ({ data }) => (data.decision ? [{ from: self(data), to: decision(data.decision), how: 'noted complete' }] : []),
};
