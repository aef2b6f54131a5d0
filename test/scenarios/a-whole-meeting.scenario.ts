import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { ClerkAtWork, type MeetingAtWork, type Officer, rules, somebody } from '../support/a-clerk.js';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';

/** Eight seats of five organisations; a quorum is seven members from at least four of them. */
const SEATS = {
  'Ann Aird': 'Council',
  'Ben Baird': 'Council',
  'Cat Cairns': 'Council',
  'Dan Deans': 'NHS',
  'Eve Eadie': 'NHS',
  'Fay Falla': 'Police',
  'Gil Grant': 'Fire',
  'Hal Hogg': 'College',
} as const;
const [ann, ben, cat, dan, eve, fay, gil, hal] = Object.keys(SEATS).map(somebody) as [
  Officer,
  Officer,
  Officer,
  Officer,
  Officer,
  Officer,
  Officer,
  Officer,
];
const sub = { ...somebody('Sue Sneddon'), name: 'Sue Sneddon' };

/** One partnership from its notice to a signed minute and its tracker: what the minute of 3 March 2016 has no case of. */
describe('a partnership, meeting after meeting', () => {
  let app: TestApp;
  let clerk: ClerkAtWork;
  let may: MeetingAtWork;
  let july: MeetingAtWork;
  let member: string;
  let auditor: string;
  const action = (id: string) => `bodies/partnership/actions/${id}`;

  beforeAll(async () => {
    const clock = new HandClock('2026-05-01T09:00:00.000Z');
    app = await createTestApp({ clock });
    clerk = new ClerkAtWork(app, clock, 'partnership', await app.principal('clerk', 'clerk'));
    member = await app.principal('member', 'member', 'partnership');
    auditor = await app.principal('auditor', 'auditor', 'partnership');
    await clerk.govern('establish-body', { name: 'Community Planning Partnership', kind: 'partnership', on: '2020-01-01' });
    await clerk.govern(
      'adopt-constitution',
      rules('2020-01-01', {
        quorum: { kind: 'organisations', members: 7, organisations: 4 },
        substitutes: { allowed: 'full', who: 'any-from-organisation' },
        verbs: ['HOMOLOGATED'],
      }),
    );
    for (const [name, organisation] of Object.entries(SEATS)) {
      const holder = somebody(name);
      await clerk.govern('create-seat', { seatId: `seat-${holder.personId}`, label: name, organisation, voting: true, from: '2020-01-01' });
      await clerk.govern('fill-seat', { seatId: `seat-${holder.personId}`, holder, from: '2020-01-01' });
    }
    await clerk.govern('take-office', { office: 'chair', holder: ann, from: '2020-01-01' });
    may = clerk.meeting('2026-05-14');
    july = clerk.meeting('2026-07-09');
  });
  afterAll(() => app.close());

  it('counts seven from four organisations, with a substitute, with one for an item only, and without them', async () => {
    clerk.at('2026-05-14', '14:00');
    await may.do('call-meeting', { date: '2026-05-14', time: '14:00', place: 'the Town Hall' });
    await may.do('add-agenda-item', { itemId: 'plan', title: 'PLAN' });
    await may.do('add-agenda-item', { itemId: 'safety', title: 'COMMUNITY SAFETY' });
    await may.do('open-meeting', { time: '14:00' });
    await may.present([ann, ben, cat, dan, eve, gil], { fromTheStart: true });
    await may.do('take-chair', { personId: ann.personId, reason: 'Chair' });
    expect((await may.read()).record.quorum).toMatchObject({ quorate: false, present: 6 });
    await may.do('record-attendance', {
      person: sub,
      as: 'present',
      organisation: 'Police',
      substituteFor: { person: fay },
      fromTheStart: true,
    });
    expect((await may.read()).record.quorum).toMatchObject({ quorate: true, present: 7 });
    await may.do('take-item', { itemId: 'plan' });
    await may.do('record-paragraph', { text: 'The Plan was considered.' });
    await may.do('record-decision', {
      decisionId: 'd-plan',
      words: 'AGREED:\n(a) that the Plan be approved; and\n(b) that it be published.',
    });
  });

  it('loses its quorum during an item and regains it when the member comes back remotely; between, all is informal', async () => {
    clerk.at('2026-05-14', '14:20');
    await may.do('take-item', { itemId: 'safety' });
    await may.do('record-paragraph', { text: 'There was a report on safety.' });
    await may.do('leave-meeting', { personId: gil.personId, time: '14:22' });
    await may.do('record-decision', { decisionId: 'd-safety', words: 'NOTED the report.' });
    await may.do('record-paragraph', { text: 'There was a second report.' });
    await may.do('record-decision', { decisionId: 'd-second', words: 'AGREED the second report.' });
    await may.do('rejoin-meeting', { personId: gil.personId, how: 'remote' });
    clerk.at('2026-05-14', '14:36');
    await may.item('ROADS', 'There was a report on roads.');
    await may.do('record-decision', { decisionId: 'd-roads', words: 'AGREED to mend the roads.' });
    clerk.at('2026-05-14', '14:50');
    await may.item('SCHOOLS', 'There was a report on schools.');
    await may.do('record-decision', { decisionId: 'd-schools', words: 'AGREED to paint the schools.' });
    await may.do('conclude-meeting', { time: '15:00' });
    for (const [id, standing] of Object.entries({
      plan: 'quorate',
      safety: 'informal',
      second: 'informal',
      roads: 'quorate',
      schools: 'quorate',
    }))
      expect(await may.decision(`d-${id}`)).toMatchObject({ decisionId: `d-${id}`, standing });
    expect((await may.read('/quorum')).losses).toMatchObject([{ paragraph: '2.1', regained: { paragraph: '3' } }]);
    const minute = await may.minute();
    expect(minute).toContain('Gil Grant (to para.2.1; from para.3 remotely); Sue Sneddon (Police)(substitute for Fay Falla).');
    expect(minute).toContain(
      'Gil Grant left the meeting.\n\nQUORUM\n\nThe meeting was inquorate from this point onwards.\n\nDECISION\n\nNOTED',
    );
    expect(minute).toContain(
      'Gil Grant rejoined the meeting remotely.\n\nQUORUM\n\nThe meeting was quorate from this point onwards.\n\n3. ROADS',
    );
  });

  it('finds decisions informal when it is written down afterwards that somebody had left, and takes it back', async () => {
    clerk.at('2026-05-15', '09:00');
    expect(await may.refused('leave-meeting', { personId: hal.personId })).toMatchObject({ code: 'attendance.not-recorded' });
    await may.do('leave-meeting', { personId: cat.personId, happenedAt: '2026-05-14T14:40:00+01:00', time: '14:40' });
    expect(await may.decision('d-roads')).toMatchObject({ standing: 'quorate' });
    expect(await may.decision('d-schools')).toMatchObject({ standing: 'informal', ratification: 'awaiting' });
    expect(await may.text('quorum')).toContain('Cat Cairns (Council): to para. 3 left at 14:40');
    clerk.at('2026-05-16', '09:00');
    const stoodUp = { personId: cat.personId, kind: 'did-not-leave', reason: 'She had only stood up' };
    expect(await may.refused('correct-attendance', { ...stoodUp, sederuntNote: '(to para.3)' })).toMatchObject({
      code: 'request.invalid',
      errors: [{ field: 'sederuntNote', rule: 'belongs only to kind left or details, not to did-not-leave' }],
    });
    await may.do('correct-attendance', stoodUp);
    expect(await may.decision('d-schools')).toMatchObject({ standing: 'quorate', ratification: 'not-needed' });
  });

  it('answers what a decision was, and what was then known of it, before and after that correction', async () => {
    const state = async (query: string) =>
      (await clerk.get(`history?ref=${encodeURIComponent(`${may.ref}#d-schools`)}${query}`, auditor)).json;
    expect((await state('')).state).toMatchObject({ standing: 'quorate' });
    expect((await state('&as-known-at=2026-05-14')).state).toMatchObject({ standing: 'quorate' });
    expect((await state('&as-known-at=2026-05-15')).state).toMatchObject({ standing: 'informal' });
    expect((await state('&as-known-at=2026-05-16')).state).toMatchObject({ standing: 'quorate' });
    expect((await state('&as-at=2026-05-14')).state).toMatchObject({ standing: 'quorate' });
    expect((await state('&as-at=2026-05-14&as-known-at=2026-05-15')).state).toMatchObject({ standing: 'informal' });
    expect((await state('&as-at=2026-05-14T14:45:00%2B01:00')).state).toBeNull();
    expect((await state('&as-at=2026-05-14&as-known-at=2026-05-14')).state).toMatchObject({ standing: 'quorate' });
  });

  it('shows the draft’s changes since it was circulated, and is approved with a correction, signed and then closed', async () => {
    await may.do('circulate-minute', { to: 'Members' });
    await may.do('correct-paragraph', { paragraph: '1', text: 'The draft Plan was considered.', reason: 'It was a draft' });
    expect(await may.text('minute/changes', member)).toContain('{+');
    clerk.at('2026-07-09', '14:00');
    await july.do('call-meeting', { date: '2026-07-09', time: '14:00' });
    await july.do('open-meeting', { time: '14:00' });
    await july.present([ann, ben, cat, dan, eve, fay, gil, hal]);
    await july.do('take-chair', { personId: ben.personId, reason: 'In the absence of the Chair' });
    await july.item('MINUTE', 'There had been circulated the Minute of 14 May.');
    await july.do('record-decision', {
      decisionId: 'd-minute',
      words: 'APPROVED the Minute with a correction.',
      outcome: { kind: 'minute-approved', meetingId: may.ref },
    });
    const informal = (decisionId: string) => ({ meetingId: may.ref, decisionId });
    await july.do('record-decision', {
      decisionId: 'd-ratifies',
      words: 'HOMOLOGATED the decision on safety.',
      ratifies: [informal('d-safety')],
      declinesToRatify: [{ ...informal('d-second'), reason: 'Overtaken by events' }],
    });
    const approval = { atMeeting: july.ref, decisionId: 'd-minute' };
    await may.do('approve-minute', { ...approval, corrections: [{ paragraph: '4', words: 'For schools read colleges.' }] });
    expect(await may.refused('sign-minute', { atMeeting: july.ref, signedBy: ann.personId })).toMatchObject({
      code: 'minute.signer-did-not-preside',
    });
    await may.do('sign-minute', { atMeeting: july.ref, signedBy: ben.personId });
    const { text, hash } = await may.read('/minute/signed', null);
    expect(createHash('sha256').update(text).digest('hex')).toBe(hash);
    expect(text).toContain('Paragraph 4: For schools read colleges.');
    expect(await may.refused('record-paragraph', { text: 'More.' })).toMatchObject({ code: 'minute.signed' });
    expect(await may.refused('leave-meeting', { personId: ann.personId })).toMatchObject({ code: 'minute.signed' });
    await july.do('record-decision', { decisionId: 'd-corrects', words: 'AGREED that the Minute be corrected.' });
    await may.do('correct-signed-minute', {
      atMeeting: july.ref,
      decisionId: 'd-corrects',
      correction: { paragraph: '3', words: 'For roads read paths.' },
    });
    expect(await may.text('minute', null)).toContain('CORRECTED by the meeting of 9 July 2026: paragraph 3: For roads read paths.');
    expect((await may.read('/minute/signed', null)).hash).toBe(hash);
    expect(await may.decision('d-safety')).toMatchObject({ standing: 'informal', ratification: 'ratified' });
    expect(await may.decision('d-second')).toMatchObject({ ratification: 'declined', declinedBecause: 'Overtaken by events' });
    expect((await clerk.get('bodies/partnership/decisions?awaiting-ratification=true')).json.items).toEqual([]);
  });

  it('keeps deadlines in the words that were used, with the dates they mean', async () => {
    clerk.at('2026-05-20', '09:00');
    const words = {
      'by 12 June 2026': { kind: 'date', latest: '2026-06-12' },
      'in September 2026': { kind: 'month', earliest: '2026-09-01', latest: '2026-09-30' },
      'in Autumn 2026': { kind: 'season', earliest: '2026-09-01', latest: '2026-11-30' },
      '3 - 6 months': { kind: 'range', earliest: '2026-08-14', latest: '2026-11-14' },
      'next meeting': { kind: 'next-meeting', latest: '2026-07-09' },
      'within two weeks of the publication of the Plan': { kind: 'relative' },
      'by end March each year': { kind: 'recurring', recurrence: 'yearly' },
      'in due course': { kind: 'none' },
    };
    for (const [index, [due, expected]] of Object.entries(words).entries()) {
      await clerk.record(`${action(`a-${index}`)}/raise-action`, {
        source: { decision: { meetingId: may.ref, decisionId: 'd-plan' }, part: index % 2 ? 'b' : 'a' },
        officers: index === 0 ? ['Ola Orr', 'Pia Park'] : ['Ola Orr'],
        organisation: 'Council',
        due,
        ...(index === 1 && { approvalElsewhere: { by: 'The Council' } }),
      });
      expect((await clerk.get(action(`a-${index}`))).json.due).toMatchObject({ words: due, ...expected });
    }
  });

  it('has an action overdue the day after, and off the tracker only when a meeting notes it', async () => {
    const status = async (id: string, asAt: string) => (await clerk.get(`${action(id)}?as-at=${asAt}`)).json;
    expect(await status('a-0', '2026-06-12')).toMatchObject({ status: 'due-within-a-week', paragraph: '1(a)' });
    expect(await status('a-0', '2026-06-13')).toMatchObject({ status: 'overdue', daysOverdue: 1 });
    const overdue = (await clerk.get('actions/overdue?as-at=2026-06-13&officer=Pia%20Park')).json.items;
    expect(overdue).toMatchObject([{ actionId: 'partnership/a-0', officers: ['Ola Orr', 'Pia Park'] }]);
    clerk.at('2026-06-15', '09:00');
    await clerk.record(`${action('a-0')}/extend-action`, { due: '30 June 2026', reason: 'Holidays' });
    await clerk.record(`${action('a-0')}/transfer-action`, { officers: ['Quin Reid'], organisation: 'NHS', reason: 'Moved' });
    await clerk.record(`${action('a-0')}/report-action-complete`, { words: 'Done.' });
    expect(await status('a-0', '2026-06-14')).toMatchObject({ status: 'overdue', officers: ['Ola Orr', 'Pia Park'] });
    expect(await status('a-0', '2026-06-15')).toMatchObject({ status: 'reported-complete', officers: ['Quin Reid'] });
    const sheet = async (asAt: string) => (await clerk.get(`bodies/partnership/action-sheet?format=text&as-at=${asAt}`, null)).text;
    expect(await sheet('2026-07-09')).toContain('Quin Reid');
    expect(await clerk.refused(`${action('a-1')}/note-action-complete`, { atMeeting: july.ref })).toMatchObject({
      code: 'action.awaiting-approval',
    });
    clerk.at('2026-07-09', '15:00');
    await clerk.record(`${action('a-1')}/give-approval-elsewhere`, { by: 'The Council' });
    await clerk.record(`${action('a-0')}/note-action-complete`, { atMeeting: july.ref, decisionId: 'd-minute' });
    expect(await sheet('2026-07-09')).toContain('Quin Reid');
    expect(await sheet('2026-07-10')).not.toContain('Quin Reid');
    await clerk.record(`${action('a-0')}/reopen-action`, { reason: 'It came back' });
    expect(await sheet('2026-07-10')).toContain('Quin Reid');
    expect(await sheet('2026-07-10')).toMatch(/Quin Reid +\| Reopened: It came back/);
  });

  it('goes on informally, adjourns and resumes with the sum again, and has an earlier pause written down afterwards', async () => {
    const october = clerk.meeting('2026-10-08');
    clerk.at('2026-10-08', '14:00');
    await october.do('call-meeting', { date: '2026-10-08', time: '14:00', mode: 'hybrid' });
    await october.do('open-meeting', { time: '14:00' });
    await october.present([ann, ben, cat, dan, eve, fay], { fromTheStart: true });
    await october.present([gil], { how: 'remote' });
    await october.do('take-chair', { personId: ann.personId, reason: 'Chair' });
    await october.item('FIRST', 'The first paragraph.');
    expect(await october.refused('continue-informally', { words: 'The meeting went on informally.' })).toMatchObject({
      code: 'quorum.not-lost',
    });
    await october.do('take-item', { heading: 'SECOND' });
    await october.do('leave-meeting', { personId: dan.personId });
    await october.do('declare-quorum', { quorate: false, words: 'The Chair declared that there was no quorum.' });
    await october.do('continue-informally', { words: 'The meeting continued on an informal basis.' });
    await october.do('record-paragraph', { text: 'The second paragraph.' });
    await october.do('record-decision', {
      decisionId: 'd-informal',
      words: 'APPROVED the Minute of 9 July.',
      outcome: { kind: 'minute-approved', meetingId: july.ref },
    });
    await october.do('adjourn-meeting', { reason: 'For want of a quorum', time: '14:40' });
    await october.do('resume-meeting', { time: '15:00' });
    expect((await october.read()).record.quorum).toMatchObject({ quorate: false, declared: false });
    await october.do('rejoin-meeting', { personId: dan.personId });
    await october.item('THIRD', 'The third paragraph.');
    await october.do('record-decision', { decisionId: 'd-third', words: 'AGREED the third.' });
    expect(await october.decision('d-informal')).toMatchObject({ standing: 'informal' });
    expect(await october.decision('d-third')).toMatchObject({ standing: 'quorate' });
    await october.do('conclude-meeting', { time: '16:00' });
    await october.do('adjourn-meeting', { reason: 'A fire alarm', time: '14:10', afterParagraph: '1' });
    await october.do('resume-meeting', { time: '14:15' });
    expect(await october.minute()).toContain(
      [
        '1. FIRST',
        'The first paragraph.',
        'ADJOURNMENT',
        'The meeting was adjourned at 2.10 p.m.: A fire alarm.',
        'RESUMPTION',
        'The meeting resumed at 2.15 p.m.',
        '2. SECOND',
        'MEMBER',
        'Dan Deans left the meeting.',
        'QUORUM',
        'The Chair declared that there was no quorum.',
        'QUORUM',
        'The meeting continued on an informal basis.',
        'The second paragraph.',
      ].join('\n\n'),
    );

    await july.do('conclude-meeting', { time: '16:00' });
    const approval = { atMeeting: october.ref, decisionId: 'd-informal' };
    expect(await july.refused('approve-minute', approval)).toMatchObject({ code: 'minute.approved-informally' });
    await october.do('record-decision', {
      words: 'HOMOLOGATED the approval.',
      ratifies: [{ meetingId: october.ref, decisionId: 'd-informal' }],
    });
    await july.do('approve-minute', approval);
    await july.do('sign-minute', { atMeeting: october.ref, signedBy: ann.personId });
  });

  it('lets a substitute in for one item only, while the member has withdrawn from it', async () => {
    const november = clerk.meeting('2026-11-12');
    clerk.at('2026-11-12', '15:00');
    await november.do('call-meeting', { date: '2026-11-12' });
    await november.do('add-agenda-item', { itemId: 'police', title: 'POLICE' });
    await november.do('open-meeting');
    await november.present([ann, ben, cat, dan, eve, fay, gil], { fromTheStart: true });
    await november.do('declare-interest', {
      personId: fay.personId,
      itemId: 'police',
      outcome: 'declared-and-withdrew',
      nature: 'Their pay',
    });
    const standsIn = { person: sub, as: 'present', organisation: 'Police', substituteFor: { person: fay, itemId: 'police' } };
    await november.do('record-attendance', { ...standsIn, fromTheStart: true });
    await november.do('take-item', { itemId: 'police' });
    expect((await november.read()).record.quorum).toMatchObject({ quorate: true, present: 7 });
    await november.do('record-paragraph', { text: 'It was discussed.' });
    await november.moved('m-1', 'That it be paid', sub, ben);
    expect(await november.refused('move-motion', { text: 'That it be doubled', movedBy: fay.personId })).toMatchObject({
      code: 'motion.withdrew',
    });
    await november.do('take-vote', { motionId: 'm-1', method: 'roll-call', votes: [{ personId: sub.personId, option: 'yes' }] });
    await november.item('ANOTHER', 'Another was discussed.');
    expect((await november.read()).record.quorum).toMatchObject({ quorate: true, present: 7 });
    expect(await november.refused('move-motion', { text: 'That it be so', movedBy: sub.personId })).toMatchObject({
      code: 'motion.not-entitled',
    });
    expect(await november.minute()).toContain('Sue Sneddon (Police)(substitute for Fay Falla, for item 1)');
  });

  it('has two spellings declared one, and two others declared two people, in its discrepancies', async () => {
    // Each comes to a meeting that the others do not come to: people who sit together are several.
    for (const [index, name] of ['Mr Bob Bain', 'Mr R. Bain', 'Mrs Ada Bain'].entries()) {
      const date = `2026-12-1${index}`;
      const december = clerk.at(date, '15:00').meeting(date);
      await december.do('call-meeting', { date });
      await december.do('open-meeting');
      await december.do('record-attendance', { person: { ...somebody(name.replaceAll('.', '')), name }, as: 'in-attendance' });
    }
    const spellings = async () =>
      (await clerk.get('bodies/partnership/discrepancies')).json.items.filter(({ kind }: { kind: string }) => kind === 'spelling');
    expect(await spellings()).toHaveLength(3);
    await clerk.record('people/mr-r-bain/declare-spelling-same', { sameAs: 'mr-bob-bain', reason: 'Robert' });
    expect(await spellings()).toHaveLength(2);
    await clerk.record('people/mrs-ada-bain/declare-spelling-distinct', { from: 'mr-bob-bain', reason: 'His sister' });
    expect(await spellings()).toEqual([]);
  });

  it('tells a listener who comes back what was recorded meanwhile, once', async () => {
    const address = await app.listen();
    const feed = async (count: number, lastEventId: string | null, meanwhile: () => Promise<unknown>) => {
      const stop = new AbortController();
      const headers = { authorization: `Bearer ${member}`, ...(lastEventId === null ? {} : { 'last-event-id': lastEventId }) };
      const answer = await fetch(`${address}/api/v1/bodies/partnership/live`, { headers, signal: stop.signal });
      const doing = meanwhile();
      let text = '';
      for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
        text += chunk;
        if (text.split('\n\n').filter((block) => /^id:/m.test(block)).length > count) break;
        if (text.endsWith('\n\n') && text.split('\n\n').filter((block) => /^id:/m.test(block)).length === count) break;
      }
      stop.abort();
      await doing;
      return [...text.matchAll(/^id: ?(\S+)[\s\S]*?^event: ?(\S+)/gm)].map(([, id, event]) => ({ id, event }));
    };
    const december = clerk.meeting('2026-12-10');
    const [heard] = await feed(1, null, () => december.do('take-item', { heading: 'ONE' }));
    expect(heard).toMatchObject({ event: 'ItemTaken' });
    await december.do('record-paragraph', { text: 'While nobody listened.' });
    const after = await feed(2, heard?.id ?? null, () => december.do('record-decision', { words: 'NOTED.' }));
    expect(after.map(({ event }) => event)).toEqual(['ParagraphRecorded', 'DecisionRecorded']);
  });
});
