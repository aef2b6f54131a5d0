import { describe, expect, it } from '@jest/globals';
import { heldWhere } from './wording.js';

describe('where a meeting was held', () => {
  it.each([
    ['Room 1', 'held in Room 1'],
    ['Committee Room 2, Newtown St Boswells', 'held in Committee Room 2, Newtown St Boswells'],
    ['Valley Hall', 'held in Valley Hall'],
    ['Tweed House', 'held in Tweed House'],
    ['Council Headquarters, Newtown St Boswells', 'held in Council Headquarters, Newtown St Boswells'],
    ['Newtown St Boswells', 'held at Newtown St Boswells'],
    ['the Board Room', 'held in the Board Room'],
    ['via Teams', 'held via Teams'],
    ['Teams', 'held via Teams'],
    ['Microsoft Teams', 'held via Microsoft Teams'],
    ['Online', 'held online'],
    ['Remotely, by Webex', 'held remotely, by Webex'],
    ['Zoom Street Hall', 'held in Zoom Street Hall'],
    ['Council Chamber, Council Headquarters', 'held in the Council Chamber, Council Headquarters'],
  ])('is said of %j without an article that is no part of its name', (place, said) => expect(heldWhere(place)).toBe(said));
});
