import { scope } from '../../kernel/command.js';

export const bodyScope = scope({
  address: 'bodies/:bodyId',
  target: 'a body',
  parameters: { bodyId: 'The body' },
  tag: 'bodies',
  asks: 'body',
});
