import { type FirstUse } from '../../../../eventstore/first-use.port.js';
import { type DomainEvent } from '../../../../kernel/event.js';
import { isDerivedId } from '../../../../kernel/ids.js';
import { projection, type Reducer } from '../../../../kernel/projection.js';
import { SEARCHED_TYPES } from '../search/searched-types.js';

/** One row for each command sent with a key. */
export interface FirstUseRow extends FirstUse {
  readonly commandId: string;
}

const used: Reducer<FirstUseRow, DomainEvent> = (row, { commandId, stream, type, recordedAt, by }) =>
  row ?? { commandId, stream, type, recordedAt, by: by.principalId };

export const firstUse = projection<FirstUseRow, DomainEvent>({
  name: 'first_use',
  version: 2,
  columns: {
    commandId: { type: 'text' },
    stream: { type: 'text' },
    type: { type: 'text' },
    recordedAt: { type: 'instant' },
    by: { type: 'text' },
  },
  primaryKey: 'commandId',
  indexes: [],
  key: ({ commandId }) => (isDerivedId(commandId) ? commandId : []),
  on: Object.fromEntries(SEARCHED_TYPES.map((type) => [type, used])),
});
