import { isDate } from '../../../../kernel/dates.js';
import { when } from '../../../../kernel/words.js';
import { parseRef } from '../../refs.js';

/** One value in words. `ref` names the record that the value stands for; an `exact` text is read letter by letter. */
export interface Said {
  readonly kind: 'said';
  readonly text: string;
  readonly ref?: string;
  readonly exact?: true;
  /** A smaller text beside the value, such as a person's id. */
  readonly beside?: string;
}

export type Plain = string | number | boolean | null;

/** Fields with a few possible codes, which are shown as words. Values of all other fields are shown as recorded. */
const ONE_OF_A_FEW = new Set(
  'status standing kind as how mode method result decidedBy option stage outcome majorityOf tie appointments allowed who calendar starts what digest form rating'.split(
    ' ',
  ),
);

/** Fields whose values name a record, each with the kind that goes in front of the value. */
const NAMED: Readonly<Record<string, string>> = {
  bodyId: '',
  areaBodyId: '',
  parentId: '',
  meetingId: '',
  atMeeting: '',
  actionId: '',
  reportId: 'report:',
  promiseId: 'report:',
  planId: 'plan:',
  requestId: 'participation-request:',
  dutyId: 'duty:',
  requisitionId: 'requisition:',
  remitId: 'remit:',
  remit: 'remit:',
};

const LONGEST = 1_500;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
/** An entry's id, as the record gives it. */
const ENTRY = /^[a-z]-[0-9a-z]{8}$/;
const SEALED = /^sealed:\d+:/;

/** A value as people write it: dates, yes and no, the words of a status. */
export function say(value: Plain, field: string, zone: string): Said {
  if (value === null) return { kind: 'said', text: 'None' };
  if (typeof value === 'boolean') return { kind: 'said', text: value ? 'Yes' : 'No' };
  if (typeof value === 'number') return { kind: 'said', text: field === 'pence' ? money(value) : String(value) };
  return { kind: 'said', ...sayText(value, field, zone) };
}

function sayText(text: string, field: string, zone: string): Omit<Said, 'kind'> {
  if (text === '') return { text: 'Nothing written' };
  if (SEALED.test(text)) return { text: 'Kept apart, as personal details are' };
  if (isDate(text) || INSTANT.test(text)) return { text: when(text, zone) };
  const prefix = Object.hasOwn(NAMED, field) ? NAMED[field] : undefined;
  if (prefix !== undefined && parseRef(`${prefix}${text}`) !== null) return { text, ref: `${prefix}${text}`, exact: true };
  if (/(?:Id|Ids|[Hh]ash|sha256)$/.test(field) || ENTRY.test(text)) return { text, exact: true };
  if (ONE_OF_A_FEW.has(field) && /^[a-z]+(?:-[a-z]+)*$/.test(text)) return { text: sentence(text) };
  return { text: cut(text) };
}

/** Several fields as one value: a person, a decision of a meeting, a sum of money; `null` if the fields are none of these. */
export function sayWhole(value: Readonly<Record<string, unknown>>): Said | null {
  const { name, meetingId, decisionId, pence } = value;
  const fields = Object.keys(value);
  if (fields.length === 2 && typeof value.personId === 'string' && typeof name === 'string')
    return { kind: 'said', text: name, beside: value.personId };
  if (fields.length === 2 && typeof meetingId === 'string' && typeof decisionId === 'string')
    return { kind: 'said', text: `Decision ${decisionId} of ${meetingId}`, ref: `${meetingId}#${decisionId}` };
  return fields.length === 1 && typeof pence === 'number' ? { kind: 'said', text: money(pence) } : null;
}

const money = (pence: number): string => new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' }).format(pence / 100);

const sentence = (words: string): string => `${words[0]!.toUpperCase()}${words.slice(1).replaceAll('-', ' ')}`;

const cut = (text: string): string =>
  text.length > LONGEST
    ? `${text.slice(0, LONGEST).trimEnd()}… (${text.length.toLocaleString('en-GB')} characters; the JSON download has them all)`
    : text;
