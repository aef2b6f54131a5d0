import { scope } from '../../kernel/command.js';

export const remindersScope = scope({
  address: 'principals/:login/reminders',
  target: 'a login',
  parameters: { login: 'Whose reminders they are' },
  tag: 'reminders',
  asks: 'anywhere',
});
