import { type TestApp } from './app.js';
import { BOARD, MEMBERS } from './live-board.js';

/** What was said in private in the meetings below, as whoever may not read it must never see it. */
export const PRIVATE = [
  'Lease of the Mill Field',
  'The rent offered was four thousand pounds.',
  'AGREED to let the Mill Field.',
  'Owns the field beside it',
];

const daysFromToday = (days: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date(Date.now() + days * 86_400_000));

export const dayOf = daysFromToday;

/** Opens a meeting of the board with five there and the chair taken. */
export async function openMeeting(app: TestApp, key: string, date: string): Promise<(verb: string, data?: object) => Promise<string>> {
  const record = async (verb: string, data: object = {}): Promise<string> =>
    (await app.record(`bodies/${BOARD}/meetings/${key}/${verb}`, data)).id;
  if ((await app.get(`bodies/${BOARD}/meetings/${key}`)).status === 404)
    await record('call-meeting', { date, time: '14:00', place: 'Valley Hall' });
  await record('open-meeting');
  for (const person of MEMBERS.slice(0, 5)) await record('record-attendance', { person, as: 'present' });
  await record('take-chair', { personId: 'ann-aird', reason: 'Chair' });
  return record;
}

/** A meeting held: roads in public, a lease in private with an interest in it, and a matter continued. Its minute is a draft. */
export async function holdMeeting(app: TestApp, key: string, date: string): Promise<void> {
  const at = `bodies/${BOARD}/meetings/${key}`;
  await app.record(`${at}/call-meeting`, { date, time: '14:00', place: 'Valley Hall' });
  await app.record(`${at}/add-agenda-item`, { itemId: 'roads', title: 'Roads', asked: 'Note the report.' });
  await app.record(`${at}/add-agenda-item`, {
    itemId: 'lease',
    title: PRIVATE[0],
    asked: 'Consider the offer for the Mill Field.',
    papers: [{ title: 'Offer for the Mill Field', link: 'https://papers.example/mill-field.pdf' }],
    exempt: { paragraph: '6' },
  });
  await app.record(`${at}/add-agenda-item`, { itemId: 'bridge', title: 'Footbridge' });
  await app.record(`${at}/give-notice`, { givenOn: date, by: 'Clerk to the Board' });
  const record = await openMeeting(app, key, date);
  await record('take-item', { itemId: 'roads' });
  await record('record-paragraph', { text: 'There had been circulated a report on roads.' });
  await record('record-decision', { words: 'NOTED the report on roads.' });
  await record('declare-interest', { personId: 'bob-boyd', itemId: 'lease', outcome: 'declared-and-withdrew', nature: PRIVATE[3] });
  await record('take-item', { itemId: 'lease' });
  await record('record-paragraph', { text: PRIVATE[1] });
  await record('record-decision', { words: PRIVATE[2] });
  await record('conclude-meeting', { time: '16:00' });
}

/** A later meeting approves the minute of the first; whoever presides there signs it. */
export async function approveAndSign(app: TestApp, key: string, laterKey: string, laterDate: string): Promise<void> {
  const record = await openMeeting(app, laterKey, laterDate);
  await record('take-item', { heading: 'Minute' });
  await record('record-paragraph', { text: 'There had been circulated copies of the Minute.' });
  const decisionId = await record('record-decision', {
    words: 'APPROVED the Minute for signature by the Chairman.',
    outcome: { kind: 'minute-approved', meetingId: `${BOARD}/${key}` },
  });
  const atMeeting = `${BOARD}/${laterKey}`;
  await app.record(`bodies/${BOARD}/meetings/${key}/approve-minute`, { atMeeting, decisionId });
  await app.record(`bodies/${BOARD}/meetings/${key}/sign-minute`, { atMeeting, signedBy: 'ann-aird' });
}
