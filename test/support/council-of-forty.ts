import { rules } from './a-clerk.js';
import { type TestApp } from './app.js';

export const COUNCIL = 'glenmore-council';

/** Surnames of the forty members, in the order of the roll. */
const SURNAMES =
  'Adam Aitken Baird Beattie Boyd Buchan Calder Cormack Craig Dalziel Dewar Duthie Erskine Fairlie Geddes Gilchrist Haldane Innes Jardine Kerr Laidlaw Lennox Lumsden Mackie Maitland Menzies Moffat Munro Napier Ogilvie Paton Petrie Rankine Reekie Scobie Sinclair Tait Urquhart Walker Yule'.split(
    ' ',
  );

/** Forty councillors of an invented council. */
export const FORTY = SURNAMES.map((surname) => ({ personId: surname.toLowerCase(), name: `Councillor ${surname}` }));

/** Standing orders of a council that votes on the motion and all amendments at once; the convener has a casting vote. */
export const COUNCIL_RULES = rules('2022-05-05', {
  quorum: { kind: 'fraction', of: 'seats', share: { numerator: 1, denominator: 4 } },
  voting: {
    ...rules('', {}).voting,
    between: { method: 'all-at-once', needs: 'most-votes', source: 'Standing Order 12' },
  },
});

/** A council of forty, each seat filled, with a convener and a depute. */
export async function establishCouncil(app: TestApp, clerk?: string): Promise<void> {
  const record = (verb: string, data: object) => app.record(`bodies/${COUNCIL}/${verb}`, data, clerk === undefined ? {} : { token: clerk });
  await record('establish-body', { name: 'Glenmore Council', kind: 'committee', on: '2022-05-05' });
  await record('adopt-constitution', COUNCIL_RULES);
  for (const holder of FORTY) {
    const seatId = `seat-${holder.personId}`;
    await record('create-seat', { seatId, label: `Ward seat of ${holder.name}`, voting: true, from: '2022-05-05' });
    await record('fill-seat', { seatId, holder, from: '2022-05-05' });
  }
  await record('take-office', { office: 'chair', holder: FORTY[27], from: '2022-05-05' });
  await record('take-office', { office: 'vice-chair', holder: FORTY[2], from: '2022-05-05' });
}
