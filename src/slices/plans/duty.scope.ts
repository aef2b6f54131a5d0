import { scope } from '../../kernel/command.js';

export const dutyScope = scope({
  address: 'bodies/:bodyId/duties/:duty',
  target: 'body/duty',
  parameters: { bodyId: 'The body', duty: 'The duty, by its id within the body' },
  tag: 'duties',
  asks: 'body',
});
