import { newId } from '../../src/kernel/ids.js';
import { type EventToAppend } from '../../src/eventstore/event-store.port.js';

let noted = 0;

/** A valid event of about 700 bytes, different each time unless overridden. */
export function anEvent(overrides: Partial<EventToAppend> = {}): EventToAppend {
  noted += 1;
  const commandId = overrides.commandId ?? newId();
  return {
    id: newId(),
    type: 'ParagraphMinuted',
    v: 1,
    data: {
      meetingId: 'cpp-strategic-board/2016-03-03',
      number: `6.${noted}`,
      text: 'The Board considered the report by the Locality Manager, heard the Chair in reply to questions, and noted the position in each of the partner organisations to date.',
    },
    happenedAt: '2016-03-03T14:05:00.000Z',
    recordedAt: '2016-03-04T09:30:00.000Z',
    by: { principalId: 'p-clerk', name: 'The Clerk', role: 'clerk' },
    correlationId: commandId,
    causationId: commandId,
    commandId,
    made: 'd-7k3q9d2x',
    commandDigest: 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c',
    ...overrides,
  };
}

export const someEvents = (count: number): EventToAppend[] => Array.from({ length: count }, () => anEvent());

export async function listed<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}
