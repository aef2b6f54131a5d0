/** The present instant, ISO 8601 UTC with milliseconds. Injected, so that a test can say what time it is. */
export interface Clock {
  now(): string;
}

export const CLOCK = Symbol('Clock');

export const systemClock: Clock = { now: () => new Date().toISOString() };
