import { describe, expect, it } from '@jest/globals';
import { folded } from '../../../../test/support/decider-spec.js';
import { anOpenMeeting } from '../../../../test/support/a-meeting.js';
import { meetingHistory } from '../record/meeting.history.js';
import { minuteCarried, remitRefused, requisitionNamed, requisitionWords } from './brought.js';

const meeting = folded(meetingHistory, anOpenMeeting());
const person = (name: string) => ({ personId: name.toLowerCase(), name });

describe('an item of an agenda', () => {
  it('brings a remit only to the body it goes to, and its answer to the body it came from', () => {
    expect(remitRefused(undefined, false, undefined, meeting)).toBeNull();
    expect(remitRefused('roads/bridge', false, { remit: { bodyId: 'roads', toBodyId: 'board', exempt: false } }, meeting)).toBeNull();
    expect(remitRefused('board/bridge', false, { remit: { bodyId: 'board', exempt: false } }, meeting)).toBeNull();
    expect(remitRefused('roads/bridge', false, { remit: null }, meeting)).toMatchObject({ code: 'agenda.no-such-remit', field: 'remit' });
    expect(remitRefused('roads/bridge', false, { remit: { bodyId: 'roads', toBodyId: 'council', exempt: false } }, meeting)).toMatchObject({
      code: 'agenda.remit-of-others',
    });
  });

  it('that brings an exempt remit is taken in private itself', () => {
    const remit = { bodyId: 'roads', toBodyId: 'board', exempt: true };
    expect(remitRefused('roads/bridge', false, { remit }, meeting)).toMatchObject({ code: 'agenda.remit-exempt', field: 'exempt' });
    expect(remitRefused('roads/bridge', true, { remit }, meeting)).toBeNull();
  });

  it('carries the minute of a meeting of another body that was held, or of one that is named with its day', () => {
    const held = { bodyId: 'audit', body: 'Audit Committee', date: '2016-02-02', opened: true };
    expect(minuteCarried(undefined, undefined, meeting)).toBeUndefined();
    expect(minuteCarried({ meetingId: 'audit/2016-02-02' }, { minuteOf: held }, meeting)).toEqual({
      meetingId: 'audit/2016-02-02',
      body: 'Audit Committee',
      date: '2016-02-02',
    });
    expect(minuteCarried({ meetingId: 'audit/2016-02-02', body: 'Audit' }, { minuteOf: held }, meeting)).toMatchObject({ body: 'Audit' });
    expect(minuteCarried({ body: 'Trust', date: '2016-01-01' }, {}, meeting)).toEqual({ body: 'Trust', date: '2016-01-01' });
  });

  it.each([
    ['agenda.minute-of-nobody', { body: 'Trust' }, {}],
    ['agenda.minute-of-nobody', { date: '2016-01-01' }, {}],
    ['agenda.minute-meeting-unknown', { meetingId: 'audit/none' }, { minuteOf: null }],
    ['agenda.minute-own', { meetingId: 'board/x' }, { minuteOf: { bodyId: 'board', body: 'Board', date: '2016-02-02', opened: true } }],
    [
      'agenda.minute-not-held',
      { meetingId: 'audit/x' },
      { minuteOf: { bodyId: 'audit', body: 'Audit', date: '2016-02-02', opened: false } },
    ],
  ])('carries no other: %s', (code, named, facts) => expect(minuteCarried(named, facts, meeting)).toMatchObject({ code }));
});

describe('a requisition on which a meeting is called', () => {
  const asked = {
    bodyId: 'board',
    askedBy: [person('Ada'), person('Ben')],
    receivedOn: '2016-02-01',
    business: 'To close the bridge',
    enough: true,
  };
  const cited = { ...asked, ended: false };

  it('is of the same body’s members, of whom enough ask', () => {
    expect(requisitionNamed(undefined, undefined, 'board')).toBeUndefined();
    expect(requisitionNamed('board/bridge', cited, 'board')).toEqual({
      requisitionId: 'board/bridge',
      askedBy: asked.askedBy,
      receivedOn: '2016-02-01',
      business: 'To close the bridge',
    });
    for (const other of [null, { ...cited, bodyId: 'other' }, { ...cited, ended: true }])
      expect(requisitionNamed('board/bridge', other, 'board')).toMatchObject({ code: 'meeting.no-such-requisition' });
    expect(requisitionNamed('board/bridge', { ...cited, enough: false }, 'board')).toMatchObject({ code: 'meeting.requisition-too-few' });
  });

  it('is told by the notice and the minute', () => {
    const told = { requisitionId: 'board/bridge', askedBy: asked.askedBy, receivedOn: '2016-02-01', business: 'To close the bridge' };
    expect(requisitionWords(told)).toBe(
      'This special meeting is called on the requisition of Ada and Ben, received on 1 February 2016: To close the bridge.',
    );
    expect(requisitionWords({ ...told, business: 'Why? To hear' })).toMatch(/: Why\? To hear\.$/);
    expect(requisitionWords({ ...told, business: 'Why?' }, 'was')).toMatch(/^This special meeting was called .*: Why\?$/);
  });
});
