import { recordRegister, type RecordRow } from '../../../../kernel/record-register.js';
import { type RequestEvent, requestEventVersions } from '../../participation.events.js';
import { isPublished } from '../../publishing.js';
import { evolveRequest, type ParticipationRequest } from '../../participation.state.js';

/** One row per request, as it stands now, with what it is sought by. Personal details are in it as they were sealed. */
export interface RequestSought {
  readonly requestId: string;
  readonly bodyId: string;
  readonly receivedOn: string;
  /** Whether the public may know of it: its decision notice was published. */
  readonly published: boolean;
}

export type ParticipationRegisterRow = RecordRow<ParticipationRequest, RequestEvent, RequestSought>;

export const participationRegister = recordRegister<ParticipationRequest, RequestEvent, RequestSought>({
  name: 'participation_register',
  version: 2,
  events: requestEventVersions,
  evolve: evolveRequest,
  sought: ({ record }) => ({
    requestId: record.requestId,
    bodyId: record.bodyId,
    receivedOn: record.receivedOn,
    published: isPublished(record, 'decision-notice'),
  }),
  columns: {
    requestId: { type: 'text' },
    bodyId: { type: 'text' },
    receivedOn: { type: 'date' },
    published: { type: 'boolean' },
  },
  primaryKey: 'requestId',
  indexes: [{ columns: ['bodyId', 'receivedOn'] }, { columns: ['bodyId', 'receivedOn'], where: 'published = 1' }],
  key: (event) => event.data.requestId,
});
