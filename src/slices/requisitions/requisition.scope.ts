import { scope } from '../../kernel/command.js';

export const requisitionScope = scope({
  address: 'bodies/:bodyId/requisitions/:requisition',
  target: 'body/requisition',
  parameters: { bodyId: 'The body', requisition: 'The requisition, by its id within the body' },
  tag: 'requisitions',
  asks: 'body',
});
