import { scope } from '../../kernel/command.js';

export const actionScope = scope({
  address: 'bodies/:bodyId/actions/:action',
  target: 'body/action',
  parameters: { bodyId: 'The body', action: 'The action, by its id within the body' },
  tag: 'actions',
  asks: 'body',
});
