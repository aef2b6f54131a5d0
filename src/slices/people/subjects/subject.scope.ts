import { scope } from '../../../kernel/command.js';

export const subjectScope = scope({
  address: 'subjects/:subject',
  target: 'a subject',
  parameters: { subject: 'Whose personal details they are' },
  tag: 'subjects',
  asks: 'body',
});
