import { scope } from '../../kernel/command.js';

export const reportScope = scope({
  address: 'bodies/:bodyId/reports/:report',
  target: 'body/report',
  parameters: { bodyId: 'The body', report: 'The report, by its id within the body' },
  tag: 'reports',
  asks: 'body',
});
