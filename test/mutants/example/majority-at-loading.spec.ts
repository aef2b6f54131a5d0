import { describe, expect, it } from '@jest/globals';
import { isCarried } from './majority.js';

/** Asks the rule while the suite loads, and tells nothing of it: the other suite has to be asked all the same. */
const ASKED = isCarried({ yes: 3, no: 1 }, true);

describe('a majority', () => {
  it('is one or none', () => expect(typeof ASKED).toBe('boolean'));
});
