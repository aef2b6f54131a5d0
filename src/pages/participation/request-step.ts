import { type Choice, type StepField } from '../frame/steps/parts.js';
import { type Step } from '../frame/steps/step.js';
import { type RequestStatus } from '../../slices/participation/participation.words.js';
import { type RequestStory } from '../../slices/participation/participation.queries.js';

/** The choices in a step's form, and the choice that its address asks for. */
export interface StepAt {
  readonly request: RequestStory;
  readonly today: string;
  /** Decisions of the authority's own meetings, the latest first. */
  readonly decisions: readonly Choice[];
  /** Earlier requests to the same authority, those on similar matters first. */
  readonly earlier: readonly Choice[];
  readonly query: Readonly<Record<string, string>>;
}

export type RequestStep = Step<RequestStory, StepAt>;

export const within =
  (...states: readonly RequestStatus[]) =>
  ({ state }: RequestStory): boolean =>
    states.includes(state);
export const ENDED: readonly RequestStatus[] = ['declined', 'refused', 'reported', 'withdrawn'];

export const words = (id: string, label: string, hint?: string): StepField => ({ id, as: 'words', label, ...(hint && { hint }) });

/** The details of a process (s.25(2) and (3)). */
export const PROCESS: readonly StepField[] = [
  words('operation', 'How the process operates, or is intended to'),
  words('bodyRole', 'How and to what extent the body takes part'),
  words('othersRoles', 'How any others take part'),
];
