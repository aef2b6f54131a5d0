import { scope } from '../../kernel/command.js';

export const planScope = scope({
  address: 'bodies/:bodyId/plans/:plan',
  target: 'body/plan',
  parameters: { bodyId: 'The body', plan: 'The plan, by its id within the body' },
  tag: 'plans',
  asks: 'body',
});
