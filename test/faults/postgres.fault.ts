import { describe } from '@jest/globals';
import { PostgresEventStore } from '../../src/eventstore/postgres/postgres-event-store.js';
import { aSchema, PostgresServer } from '../support/postgres.js';
import { withstandsFaults } from './server-store.suite.js';

describe('the record on PostgreSQL', () => {
  withstandsFaults({
    start: () => PostgresServer.start(),
    aRecord: aSchema,
    open: ({ record, ...reached }) => PostgresEventStore.open({ schema: record, ...reached }),
    kills: 100,
  });
});
