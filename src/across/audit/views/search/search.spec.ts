import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOMS, vocabularyOf } from '../../../../app.module.js';
import { type RecordedEvent } from '../../../../kernel/event.js';
import { parseRef } from '../../refs.js';
import { narrate } from '../../narrate.js';
import { isSearchKind } from './kinds.js';
import { placeOf } from './placing.js';
import { search } from './search.projection.js';
import { NOT_SEARCHED, SEARCHED_TYPES } from './searched-types.js';
import { standsCorrected } from './stands-corrected.js';
import { standsIn, typedWords } from './typed-words.js';

const HISTORY = join(import.meta.dirname, '../../../../../test/history');

/** One of every type of event that was ever stored. */
const stored: readonly RecordedEvent[] = readdirSync(HISTORY, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => JSON.parse(readFileSync(join(HISTORY, name), 'utf8')) as RecordedEvent | RecordedEvent[]);
const event = (type: string): RecordedEvent => stored.find((one) => one.type === type)!;

describe('what is searched', () => {
  it('is every type of event there is, but for what the rounds of reminders write for themselves', () =>
    expect([...SEARCHED_TYPES, ...NOT_SEARCHED].sort()).toEqual(Object.keys(vocabularyOf(ROOMS).versions).sort()));

  it('has its place, with a name that leads there', () => {
    for (const one of stored.filter(({ type }) => !NOT_SEARCHED.includes(type))) {
      const { ref, kind, bodyId } = placeOf(one);
      const parsed = parseRef(ref);
      expect([one.type, isSearchKind(kind), bodyId]).toEqual([one.type, true, parsed && 'bodyId' in parsed ? parsed.bodyId : null]);
      expect(parsed).not.toBeNull();
    }
  });

  it('shows nothing that is sealed', () => {
    for (const one of stored) expect([one.type, narrate(one), ...typedWords(one)].join('\n')).not.toMatch(/sealed:/);
  });

  it('has the words of everything anybody typed', () => {
    expect(typedWords(event('DecisionRecorded')).join('\n')).toMatch(/ACTION TRACKER[^]*NOTED/);
    expect(typedWords(event('ActionRaised'))).toEqual(expect.arrayContaining(['Shona Smith', 'SBC']));
    expect(typedWords(event('ParticipationRequested'))).toEqual(expect.arrayContaining(['A path that is open in winter.']));
    expect(typedWords(event('ReportSubmitted'))).toEqual(expect.arrayContaining(['To seek approval for a strategic approach']));
    expect(typedWords(event('AgendaItemAdded'))).toContain('Approve Minute');
    expect(typedWords(event('AttendanceRecorded')).join()).toMatch(/[A-Z]/);
  });

  it('has no ids, digests, codes or sums', () => {
    const all = stored.flatMap((one) => typedWords(one));
    expect(all.filter((text) => /^[dpvmn]-[a-z0-9]{3,}$|^[0-9a-f]{40,}$|^(in-room|remote|show-of-hands|working-days)$/.test(text))).toEqual(
      [],
    );
    expect(typedWords(event('MinuteSigned')).some((text) => text.length > 200)).toBe(false);
  });

  it.each([
    ['Roads', 'Item 2 Roads put on the agenda', true],
    ['Roads', 'Item 2 Crossroads put on the agenda', false],
    ['Road', 'Item 2 Roads put on the agenda', false],
    ['Roads', '“Roads”', true],
  ])('the sentence says %j: %j, %s', (text, sentence, expected) => expect(standsIn(text, sentence)).toBe(expected));

  it('has a row for each event, the same however often it is made', () => {
    const one = event('DecisionCorrected');
    const reducer = search.on.DecisionCorrected!;
    expect(reducer(undefined, one as never, one.id)).toEqual(reducer(undefined, one, one.id));
    expect(reducer(undefined, one as never, one.id)).toMatchObject({
      kind: 'decision',
      bodyId: 'cpp-strategic-board',
      byName: 'The Clerk',
    });
  });
});

describe('words that were found', () => {
  const said = { ref: 'a/b#d-1', title: null, correctedAt: '2016-03-05T09:00:00.000Z', struckAt: '2016-03-06T09:00:00.000Z' };
  const of = (type: string, recordedAt: string, ref = 'a/b#d-1') => standsCorrected({ type, recordedAt, ref }, said);

  it('were corrected, or struck, since they were written down', () => {
    expect(of('DecisionRecorded', '2016-03-04T09:00:00.000Z')).toEqual({ correctedAt: said.correctedAt, struckAt: said.struckAt });
    expect(of('DecisionCorrected', said.correctedAt)).toEqual({ correctedAt: null, struckAt: said.struckAt });
    expect(of('EntryStruck', said.struckAt)).toEqual({ correctedAt: null, struckAt: null });
  });

  it('stay as told where the correction is of other words of the same record', () =>
    expect(of('ProgressReported', '2016-03-04T09:00:00.000Z', 'a/b').correctedAt).toBeNull());
});
