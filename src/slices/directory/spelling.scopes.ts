import { scope } from '../../kernel/command.js';

export const personScope = scope({
  address: 'people/:personId',
  target: 'a person',
  parameters: { personId: 'The person' },
  tag: 'people',
  asks: 'anywhere',
});

export const organisationScope = scope({
  address: 'organisations/:organisationId',
  target: 'an organisation',
  parameters: { organisationId: 'The organisation' },
  tag: 'organisations',
  asks: 'anywhere',
});
