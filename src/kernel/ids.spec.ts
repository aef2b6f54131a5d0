import { describe, expect, it } from '@jest/globals';
import { idOfName, slugOf } from './ids.js';

describe('words in an address', () => {
  it('are small letters and digits with hyphens between them, cut where they are long', () => {
    expect(slugOf('  Annual report: 2026/27 ', 60)).toBe('annual-report-2026-27');
    expect(slugOf('Annual report', 7)).toBe('annual');
    expect(slugOf('–', 60)).toBe('');
  });

  it('name an organisation', () => {
    expect(idOfName('NHS Borders')).toBe('nhs-borders');
    expect(idOfName('(St. Mary’s Trust.)')).toBe('st.-mary-s-trust');
    expect(['Còmhdhail – Alba', 'CO\u0300MHDHAIL\u00a0-  Alba'].map(idOfName)).toEqual(['comhdhail-alba', 'comhdhail-alba']);
  });
});
