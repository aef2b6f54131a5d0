import { describe, expect, it } from '@jest/globals';
import { ask, given } from '../../../test/support/decider-spec.js';
import {
  AdoptConstitution,
  bodiesCommands,
  ChangeSeatVoting,
  CreateSeat,
  EndSeat,
  EstablishBody,
  FillSeat,
  LeaveOffice,
  NameSubstitute,
  PlaceBodyUnder,
  TakeOffice,
  VacateSeat,
  WithdrawSubstitute,
} from './bodies.commands.js';
import { bodyDecider } from './body.decider.js';
import { type BodyEvent } from './body.events.js';
import { bodyHistory } from './body.state.js';

const BODY = 'strategic-board';
const established: BodyEvent = {
  type: 'BodyEstablished',
  v: 1,
  data: { bodyId: BODY, name: 'Strategic Board', kind: 'board', on: '2014-04-01', timeZone: 'Europe/London' },
};
const seat = (seatId: string): BodyEvent => ({
  type: 'SeatCreated',
  v: 1,
  data: { bodyId: BODY, seatId, label: 'NHS', organisation: 'NHS', voting: true, from: '2014-04-01' },
});
const ana = { personId: 'ana', name: 'Ana' };
const ben = { personId: 'ben', name: 'Ben' };
const filled = (holder = ana, from = '2014-04-01', termEnds?: string): BodyEvent => ({
  type: 'SeatFilled',
  v: 1,
  data: { bodyId: BODY, seatId: 'nhs', holder, from, ...(termEnds ? { termEnds } : {}) },
});
const vacated = (lastDay: string): BodyEvent => ({
  type: 'SeatVacated',
  v: 1,
  data: { bodyId: BODY, seatId: 'nhs', holder: ana, lastDay },
});

const board = given(bodyHistory, [established]);
const withSeat = (...more: readonly BodyEvent[]) => given(bodyHistory, [established, seat('nhs'), ...more]);
const fill = (from: string, more: { termEnds?: string; lastDay?: string } = {}) =>
  ask(FillSeat, BODY, { seatId: 'nhs', holder: ben, from, ...more });

describe('a body', () => {
  it('is established in its time zone, which is London where nothing is said', () =>
    given(bodyHistory)
      .when(bodyDecider, ask(EstablishBody, BODY, { name: 'Strategic Board', kind: 'board' }))
      .then({ type: 'BodyEstablished', v: 1, data: { bodyId: BODY, name: 'Strategic Board', kind: 'board', timeZone: 'Europe/London' } }));

  it('is established once', () =>
    board.when(bodyDecider, ask(EstablishBody, BODY, { name: 'Again', kind: 'board' })).thenRefused('body.established-already'));

  it.each(['Europe/Atlantis', 'europe/london', '+01:00', '__proto__', ''])('does not sit in the time zone %j', (timeZone) =>
    given(bodyHistory)
      .when(bodyDecider, ask(EstablishBody, BODY, { name: 'Board', kind: 'board', timeZone }))
      .thenRefused('body.time-zone-unknown', { field: 'timeZone' }),
  );

  it('takes the examples of its commands, one after another', () => {
    const rest = bodiesCommands.filter(
      (command) => !['EstablishBody', 'ChangeSeatVoting', 'EndSeat', 'LeaveOffice', 'WithdrawSubstitute'].includes(command.spec.type),
    );
    let next = given(bodyHistory).when(bodyDecider, ask(EstablishBody, BODY, EstablishBody.spec.example));
    for (const command of rest) {
      const facts = command.spec.type === 'PlaceBodyUnder' ? { parentExists: true, above: [] } : undefined;
      next = next.and(bodyDecider, ask(command as never, BODY, command.spec.example, { facts }));
    }
    next.thenAccepted();
  });

  it('has nothing recorded of it before it is established', () =>
    given(bodyHistory)
      .when(bodyDecider, ask(CreateSeat, BODY, { label: 'NHS' }))
      .thenRefused('body.not-established'));
});

describe('a body under another', () => {
  const under = (parentId: string, above: readonly string[] = [], parentExists = true) =>
    ask(PlaceBodyUnder, BODY, { parentId, from: '2016-01-01' }, { facts: { parentExists, above } });

  it('reports to its parent with what is delegated to it', () =>
    board
      .when(
        bodyDecider,
        ask(
          PlaceBodyUnder,
          BODY,
          { parentId: 'council', from: '2016-01-01', delegated: ['Grants'] },
          { facts: { parentExists: true, above: [] } },
        ),
      )
      .then({ type: 'BodyPlacedUnder', v: 1, data: { bodyId: BODY, parentId: 'council', from: '2016-01-01', delegated: ['Grants'] } }));
  it('does not report to itself', () => board.when(bodyDecider, under(BODY)).thenRefused('body.under-itself'));
  it('does not report to what reports to it', () =>
    board.when(bodyDecider, under('team', ['group', BODY])).thenRefused('body.under-its-own-part'));
  it('does not report to a body nobody knows', () =>
    board.when(bodyDecider, under('nobody', [], false)).thenRefused('body.parent-unknown'));
  it('is placed once on a day', () =>
    board.when(bodyDecider, under('council')).and(bodyDecider, under('other')).thenRefused('body.placed-that-day'));
});

describe('a constitution', () => {
  const example = AdoptConstitution.spec.example;
  const adopt = (changes: Partial<typeof example>) => board.when(bodyDecider, ask(AdoptConstitution, BODY, { ...example, ...changes }));

  it('is named after its first day where it has no other name', () =>
    adopt({}).thenAccepted(([event], id) => {
      expect(id).toBe('2026-09-01');
      expect(event).toMatchObject({
        type: 'ConstitutionAdopted',
        data: { constitution: { versionId: '2026-09-01', quorum: example.quorum } },
      });
    }));
  it('cannot apply from a day another applies from', () =>
    adopt({})
      .and(bodyDecider, ask(AdoptConstitution, BODY, { ...example, versionId: 'b' }))
      .thenRefused('constitution.same-day', { field: 'from' }));
  it('may be recorded long after a later one', () =>
    adopt({})
      .and(bodyDecider, ask(AdoptConstitution, BODY, { ...example, from: '2014-04-01' }))
      .thenAccepted());
  it('has a name of its own', () =>
    adopt({ versionId: 'a' })
      .and(bodyDecider, ask(AdoptConstitution, BODY, { ...example, versionId: 'a', from: '2027-01-01' }))
      .thenRefused('constitution.version-exists'));
  it('does not apply before the body exists', () => adopt({ from: '2014-03-31' }).thenRefused('body.before-its-day'));
  it('names its verbs in capitals', () =>
    adopt({ verbs: ['REMITTED', 'Homologated'] }).thenRefused('constitution.verb-not-capitals', { field: 'verbs.1' }));
  it('numbers its references', () =>
    adopt({ references: { action: 'A-{yyyy}' } }).thenRefused('constitution.reference-malformed', { field: 'references.action' }));
  it('rescinds by no more than everybody', () =>
    adopt({ voting: { ...example.voting, rescinding: { withinMonths: 6, share: { numerator: 3, denominator: 2 } } } }).thenRefused(
      'constitution.share-impossible',
    ));
  it('has a quorum rule that can be applied', () =>
    adopt({
      quorum: { kind: 'all-of', rules: [{ kind: 'fraction', of: 'seats', share: { numerator: 1, denominator: 0 } }] },
    }).thenRefused('constitution.quorum-malformed', {
      field: 'quorum.rules.0.share.denominator',
      detail: { problem: 'must be a whole number from 1 to 1000' },
    }));
});

describe('a seat', () => {
  it('votes and begins with the body where nothing else is said, and is given an id', () =>
    board.when(bodyDecider, ask(CreateSeat, BODY, { label: 'NHS' })).thenAccepted(([event], id) => {
      expect(id).toMatch(/^seat-[0-9a-z]{8}$/);
      expect(event?.data).toEqual({ bodyId: BODY, seatId: id, label: 'NHS', voting: true, from: '2014-04-01' });
    }));
  it('has an id of its own', () =>
    withSeat()
      .when(bodyDecider, ask(CreateSeat, BODY, { seatId: 'nhs', label: 'NHS' }))
      .thenRefused('seat.exists'));
  it('does not begin before the body', () =>
    board.when(bodyDecider, ask(CreateSeat, BODY, { label: 'NHS', from: '2014-03-31' })).thenRefused('body.before-its-day'));
  it('is known before it is filled', () => board.when(bodyDecider, fill('2015-01-01')).thenRefused('seat.unknown', { field: 'seatId' }));
  it('is filled', () =>
    withSeat()
      .when(bodyDecider, fill('2015-01-01', { termEnds: '2018-12-31' }))
      .then({ type: 'SeatFilled', v: 1, data: { bodyId: BODY, seatId: 'nhs', holder: ben, from: '2015-01-01', termEnds: '2018-12-31' } }));
  it('is not filled twice at once', () =>
    withSeat(filled())
      .when(bodyDecider, fill('2016-01-01'))
      .thenRefused('seat.occupied', { detail: { seatId: 'nhs', holder: 'Ana', from: '2014-04-01' } }));
  it('is filled the day after its holder leaves, and not on that day', () => {
    withSeat(filled(), vacated('2015-12-31')).when(bodyDecider, fill('2016-01-01')).thenAccepted();
    withSeat(filled(), vacated('2015-12-31')).when(bodyDecider, fill('2015-12-31')).thenRefused('seat.occupied');
  });
  it('is filled again when a term has run out', () =>
    withSeat(filled(ana, '2014-04-01', '2015-12-31'))
      .when(bodyDecider, fill('2016-01-01'))
      .thenAccepted());
  it('is filled for days long past, before another holder', () => {
    withSeat(filled(ana, '2016-01-01'))
      .when(bodyDecider, fill('2014-04-01', { lastDay: '2015-12-31' }))
      .thenAccepted((events) => expect(events.map(({ type }) => type)).toEqual(['SeatFilled', 'SeatVacated']));
    withSeat(filled(ana, '2016-01-01')).when(bodyDecider, fill('2014-04-01')).thenRefused('seat.occupied');
  });
  it('is not filled for a term that ends before it begins', () =>
    withSeat()
      .when(bodyDecider, fill('2015-01-01', { termEnds: '2014-12-31' }))
      .thenRefused('seat.term-before-start', { field: 'termEnds' }));
  it('is not left before it is taken, nor after the term', () => {
    withSeat()
      .when(bodyDecider, fill('2015-01-01', { lastDay: '2014-12-31' }))
      .thenRefused('seat.dates-out-of-order');
    withSeat()
      .when(bodyDecider, fill('2015-01-01', { termEnds: '2015-06-30', lastDay: '2015-07-01' }))
      .thenRefused('seat.left-after-term');
  });
  it('is not filled before its first day or after its last', () => {
    withSeat().when(bodyDecider, fill('2014-03-31')).thenRefused('seat.before-its-day');
    withSeat()
      .when(bodyDecider, ask(EndSeat, BODY, { seatId: 'nhs', lastDay: '2015-12-31', reason: 'Fewer seats' }))
      .and(bodyDecider, fill('2016-01-01'))
      .thenRefused('seat.after-its-end');
  });
  it('is left by the one who holds it, once', () => {
    const leave = (lastDay: string) => ask(VacateSeat, BODY, { seatId: 'nhs', lastDay });
    withSeat(filled()).when(bodyDecider, leave('2015-12-31')).then(vacated('2015-12-31'));
    withSeat(filled()).when(bodyDecider, leave('2014-03-31')).thenRefused('seat.vacant');
    withSeat().when(bodyDecider, leave('2015-12-31')).thenRefused('seat.vacant');
    withSeat(filled(), vacated('2015-12-31')).when(bodyDecider, leave('2015-06-30')).thenRefused('seat.vacated-already');
    withSeat(filled(ana, '2014-04-01', '2015-12-31'))
      .when(bodyDecider, leave('2016-01-01'))
      .thenRefused('seat.vacant');
  });
  it('changes its voting on a day once, and only to something else', () => {
    const change = (voting: boolean, from: string) => ask(ChangeSeatVoting, BODY, { seatId: 'nhs', voting, from, reason: 'SSI 2025/405' });
    withSeat().when(bodyDecider, change(false, '2026-09-01')).thenAccepted();
    withSeat().when(bodyDecider, change(true, '2026-09-01')).thenRefused('seat.voting-unchanged');
    withSeat().when(bodyDecider, change(false, '2014-04-01')).thenRefused('seat.voting-changed-that-day');
  });
  it('ends once, and not before what is recorded of it begins', () => {
    const end = (lastDay: string) => ask(EndSeat, BODY, { seatId: 'nhs', lastDay, reason: 'Fewer seats' });
    withSeat(filled(ana, '2016-01-01')).when(bodyDecider, end('2015-12-31')).thenRefused('seat.used-after');
    withSeat(filled()).when(bodyDecider, end('2015-12-31')).and(bodyDecider, end('2016-12-31')).thenRefused('seat.ended-already');
    withSeat().when(bodyDecider, end('2014-03-31')).thenRefused('seat.dates-out-of-order');
  });
});

describe('a substitute', () => {
  const name = (from = '2015-01-01', until?: string) =>
    ask(NameSubstitute, BODY, { seatId: 'nhs', substitute: ben, from, ...(until ? { until } : {}) });
  const withdraw = (lastDay: string) => ask(WithdrawSubstitute, BODY, { seatId: 'nhs', personId: 'ben', lastDay });

  it('is named once for the same days', () => {
    withSeat(filled()).when(bodyDecider, name()).and(bodyDecider, name('2016-01-01')).thenRefused('substitute.named-already');
    withSeat(filled()).when(bodyDecider, name('2015-01-01', '2015-12-31')).and(bodyDecider, name('2016-01-01')).thenAccepted();
  });
  it('is not the holder of the seat', () => withSeat(filled(ben)).when(bodyDecider, name()).thenRefused('substitute.is-holder'));
  it('is not named until a day before the first', () =>
    withSeat().when(bodyDecider, name('2015-01-01', '2014-12-31')).thenRefused('seat.dates-out-of-order'));
  it('is withdrawn once, from the days for which they were named', () => {
    withSeat().when(bodyDecider, name()).and(bodyDecider, withdraw('2015-06-30')).thenAccepted();
    withSeat().when(bodyDecider, name()).and(bodyDecider, withdraw('2014-12-31')).thenRefused('substitute.not-there-then');
    withSeat()
      .when(bodyDecider, name())
      .and(bodyDecider, withdraw('2015-06-30'))
      .and(bodyDecider, withdraw('2015-05-31'))
      .thenRefused('substitute.withdrawn-already');
  });
});

describe('an office', () => {
  const take = (from: string, lastDay?: string) =>
    ask(TakeOffice, BODY, { office: 'chair', holder: ana, from, ...(lastDay ? { lastDay } : {}) });
  const leave = (lastDay: string) => ask(LeaveOffice, BODY, { office: 'chair', lastDay });

  it('is held by one person at a time', () => {
    board.when(bodyDecider, take('2015-01-01')).and(bodyDecider, take('2016-01-01')).thenRefused('office.held');
    board.when(bodyDecider, take('2015-01-01')).and(bodyDecider, leave('2015-12-31')).and(bodyDecider, take('2016-01-01')).thenAccepted();
    board.when(bodyDecider, take('2015-01-01')).and(bodyDecider, take('2014-04-01', '2014-12-31')).thenAccepted();
  });
  it('is left by the one who holds it, once', () => {
    board.when(bodyDecider, leave('2015-01-01')).thenRefused('office.not-held');
    board.when(bodyDecider, take('2015-01-01', '2015-12-31')).and(bodyDecider, leave('2015-06-30')).thenRefused('office.left-already');
    board.when(bodyDecider, take('2015-01-01', '2014-12-31')).thenRefused('office.dates-out-of-order');
  });
});
