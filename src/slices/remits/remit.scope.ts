import { scope } from '../../kernel/command.js';

export const remitScope = scope({
  address: 'bodies/:bodyId/remits/:remit',
  target: 'body/remit',
  parameters: { bodyId: 'The body that remits', remit: 'The remit, by its id within that body' },
  tag: 'remits',
  asks: 'body',
});
