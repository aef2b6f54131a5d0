import { type Upcaster } from '../../kernel/upcaster.js';

export const bodyUpcasters: readonly Upcaster[] = [
  // The office was the chair, the vice-chair or the clerk, and no other.
  { type: 'OfficeTaken', from: 1, up: (data) => data },
  { type: 'OfficeLeft', from: 1, up: (data) => data },
];
