import { scope } from '../../../kernel/command.js';

export const meetingScope = scope({
  address: 'bodies/:bodyId/meetings/:meeting',
  target: 'body/meeting',
  parameters: { bodyId: 'The body', meeting: 'The meeting, by its id within the body, such as 2016-03-03' },
  tag: 'meetings',
  asks: 'body',
});
