import { scope } from '../../kernel/command.js';

export const principalScope = scope({
  address: 'principals/:login',
  target: 'a login',
  parameters: { login: 'The principal’s login' },
  tag: 'principals',
  asks: 'all',
});
