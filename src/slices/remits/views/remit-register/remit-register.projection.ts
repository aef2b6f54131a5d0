import { recordRegister, type RecordRow } from '../../../../kernel/record-register.js';
import { type RemitEvent, remitEventVersions } from '../../remit.events.js';
import { evolveRemit, type Remit, type RemitStanding } from '../../remit.state.js';

/** One row per remit, as it stands now, with what it is sought by. Dates are calendar dates where the body that remits sits. */
export interface RemitSought {
  readonly remitId: string;
  /** The body that remits. */
  readonly bodyId: string;
  /** The body it goes to; `null` where that is not in the record. */
  readonly toBodyId: string | null;
  readonly madeOn: string;
  readonly standing: RemitStanding;
}

export type RemitRegisterRow = RecordRow<Remit, RemitEvent, RemitSought>;

export const remitRegister = recordRegister<Remit, RemitEvent, RemitSought>({
  name: 'remit_register',
  version: 1,
  events: remitEventVersions,
  evolve: evolveRemit,
  sought: ({ record: { remitId, bodyId, to, madeOn, standing } }) => ({
    ...{ remitId, bodyId, madeOn, standing },
    toBodyId: to.bodyId ?? null,
  }),
  columns: {
    remitId: { type: 'text' },
    bodyId: { type: 'text' },
    toBodyId: { type: 'text', nullable: true },
    madeOn: { type: 'date' },
    standing: { type: 'text' },
  },
  primaryKey: 'remitId',
  indexes: [{ columns: ['bodyId', 'madeOn'] }, { columns: ['toBodyId', 'madeOn'] }],
  key: (event) => event.data.remitId,
});
