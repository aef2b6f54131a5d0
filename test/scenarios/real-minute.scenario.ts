import { beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Meeting } from '../../src/slices/meetings/record/meeting.state.js';
import { assembleMinute } from '../../src/slices/meetings/document/assemble.js';
import { type MinuteDocument } from '../../src/slices/meetings/document/minute-document.js';
import { minuteText } from '../../src/slices/meetings/document/minute-text.js';
import { RecordInMemory, RECORDS } from '../support/replay-record.js';

const MARCH = 'cpp-strategic-board/2016-03-03';

/** The source without what its printing left in it: list dashes, bold marks, and paragraphs broken over a page. */
function sourceBlocks(): readonly string[] {
  const source = readFileSync(join(RECORDS, 'source/minute-2016-03-03.txt'), 'utf8');
  const blocks: string[] = [];
  for (const raw of source.split(/\n\s*\n|\n(?=- )/)) {
    const block = raw.replaceAll('**', '').replace(/^- /, '').replace(/\s+/g, ' ').replace(/ -$/, '').trim();
    if (block === '') continue;
    const brokenOff = /^[a-z]/.test(block) && blocks.length > 0;
    if (brokenOff) blocks.push(`${blocks.pop()} ${block}`);
    else if (/^DECISION ./.test(block)) blocks.push('DECISION', block.slice('DECISION '.length));
    else blocks.push(block);
  }
  return blocks;
}

const printedBlocks = (text: string): readonly string[] => text.trimEnd().split('\n\n');

describe('the minute of 3 March 2016', () => {
  let meeting: Meeting;
  let minute: MinuteDocument;

  beforeAll(async () => {
    const record = await new RecordInMemory().replay('01-bodies.json', '02-meeting-2016-03-03.json', '03-agenda-2016-06-09.json');
    meeting = await record.meeting(MARCH);
    minute = assembleMinute(meeting);
  });

  it('is printed as the source has it, block for block: title, sederunt, paragraphs, decisions, notes, numbers and order', () => {
    expect(printedBlocks(minuteText(meeting)).slice(1, -1)).toEqual(sourceBlocks().slice(1));
    expect(sourceBlocks()[0]).toBe('SCOTTISH BORDERS COMMUNITY PLANNING STRATEGIC BOARD');
    expect(printedBlocks(minuteText(meeting)).at(0)).toBe('SCOTTISH BORDERS COMMUNITY PLANNING STRATEGIC BOARD');
    expect(printedBlocks(minuteText(meeting)).at(-1)).toBe('DRAFT');
  });

  it('has its twelve sections and numbers its nineteen paragraphs', () => {
    expect(minute.sections.map(({ number, heading }) => `${number} ${heading}`)).toEqual([
      '1 CHAIRMAN',
      '2 MINUTE',
      '3 ACTION TRACKER',
      '4 ADAPTATIONS',
      '5 GOVERNANCE OF COMMUNITY PLANNING PARTNERSHIP',
      '6 REDUCING INEQUALITIES FOR YOUNG PEOPLE',
      "7 INTEGRATED CHILDREN & YOUNG PEOPLE'S PLAN 2015 - 2018",
      '8 COMMISSIONING SERVICES FOR CHILDREN & YOUNG PEOPLE',
      '9 ALCOHOL AND DRUGS PARTNERSHIP ANNUAL REPORT',
      '10 HEALTH AND SOCIAL CARE INTEGRATION',
      '11 DATES OF NEXT MEETINGS',
      '12 ANY OTHER BUSINESS',
    ]);
    const numbers = minute.sections.flatMap(({ entries }) =>
      entries.flatMap((entry) => (entry.kind === 'paragraph' ? [entry.number] : [])),
    );
    expect(numbers).toEqual('1 2 3.1 3.2 4.1 4.2 4.3 4.4 5.1 5.2 5.3 6.1 6.2 7 8 9 10 11 12'.split(' '));
  });

  it('has each decision on the paragraph it was taken on, those after item 8 informal', () => {
    const decisions = minute.sections.flatMap(({ entries }) => entries.flatMap((entry) => (entry.kind === 'decision' ? [entry] : [])));
    expect(decisions.map(({ paragraph, verb, parts, informal }) => [paragraph, verb, parts.length, informal])).toEqual([
      ['2', 'APPROVED', 0, false],
      ['3.1', 'AGREED', 0, false],
      ['3.2', 'NOTED', 2, false],
      ['4.4', 'AGREED', 2, false],
      ['5.3', 'AGREED', 0, false],
      ['6.2', 'NOTED', 0, false],
      ['7', 'NOTED', 0, false],
      ['8', 'AGREED', 0, false],
      ['9', 'NOTED', 0, true],
      ['10', 'NOTED', 0, true],
      ['11', 'NOTED', 0, true],
      ['12', 'NOTED', 0, true],
    ]);
    expect(new Set(decisions.slice(0, 8).map(({ standing }) => standing))).toEqual(new Set(['not-stated']));
  });

  it('marks in the sederunt whom the source marks, and not the two who left after item 8', () => {
    expect(minute.sederunt.present.filter(({ note }) => note !== '').map(({ name, note }) => `${name}${note}`)).toEqual([
      'Chief Superintendent G. Imery(to para.6.1)',
      'Mr D. Rennie(to para.6.2)',
    ]);
    const left = meeting.attendances.filter(({ spells }) => spells.some(({ to }) => to !== undefined)).map(({ person }) => person.name);
    expect(left).toEqual(['Councillor C. Bhatia', 'Chief Superintendent G. Imery', 'Mr T. Jakimciw', 'Mr D. Rennie']);
  });

  it('keeps both spellings of the source', () => {
    const text = minuteText(meeting);
    for (const spelling of ['Mr G. Farries', 'Mr David Farries', 'Mr T. Jakimciw', 'Mr A. Jakimciw']) expect(text).toContain(spelling);
  });
});
