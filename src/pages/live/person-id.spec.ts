import { describe, expect, it } from '@jest/globals';
import { personIdFor } from './person-id.js';

const brown = { personId: 'j-brown', name: 'Councillor J. Brown' };

describe('the short name of somebody new', () => {
  it.each([
    ['Councillor J. Brown', 'j-brown'],
    ['Rev. Dr Aoife Ní Bhriain', 'aoife-ni-bhriain'],
    ['Chief Superintendent G. Imery', 'chief-superintendent-g-imery'],
    ['李', 'somebody'],
  ])('of %s is %s', (name, personId) => expect(personIdFor(name, [])).toBe(personId));
  it('is theirs where they are known', () => expect(personIdFor('councillor  J. Brown', [brown])).toBe('j-brown'));
  it('is not that of another', () => expect(personIdFor('Mrs J. Brown', [brown])).toBe('j-brown-2'));
});
