import { scope } from '../../kernel/command.js';

export const participationScope = scope({
  address: 'bodies/:bodyId/participation-requests/:request',
  target: 'body/request',
  parameters: { bodyId: 'The body', request: 'The participation request, by its id within the body' },
  tag: 'participation requests',
  asks: 'body',
});
