import { describe, expect, it } from '@jest/globals';
import { ask, folded, recorded } from '../../../../../test/support/decider-spec.js';
import { CreateSeat, EstablishBody, FillSeat, PlaceBodyUnder } from '../../bodies.commands.js';
import {
  BeginBudgetPhase,
  DefineLocality,
  DelegateBudget,
  PlaceSeatInSector,
  RecordRemit,
  ServeLocality,
} from '../../body-life.commands.js';
import { bodyDecider } from '../../body.decider.js';
import { type BodyEvent } from '../../body.events.js';
import { bodyHistory } from '../../body.state.js';
import { lifeOn } from '../../life.js';
import { type Surveyed, surveyOf, surveyText } from './survey.js';

const ON = '2016-08-01';

function surveyed(bodyId: string, ...commands: readonly ((bodyId: string) => unknown)[]): Surveyed {
  const events: BodyEvent[] = [];
  for (const command of commands) {
    const decision = bodyDecider.decide(command(bodyId) as never, folded(bodyHistory, events));
    if (!decision.accepted) throw new Error(decision.code);
    events.push(...decision.events);
  }
  const body = folded(bodyHistory, events);
  const life = lifeOn({ established: body.established, overTime: body.overTime, held: [] }, ON);
  return { body, life, events: events.map((event, revision) => recorded(event, revision) as never) };
}

const establish = (id: string) => ask(EstablishBody, id, { name: `The ${id}`, kind: 'locality-group', on: '2016-04-01' });
const area = surveyed(
  'area',
  establish,
  (id) => ask(DefineLocality, id, { localityId: 'north', name: 'North', population: 30_001, wards: ['Ward 1'] }),
  (id) => ask(DefineLocality, id, { localityId: 'south', name: 'South', population: 30_000 }),
);
const group = surveyed(
  'group',
  establish,
  (id) =>
    ask(
      ServeLocality,
      id,
      { localityId: 'north', areaBodyId: 'area' },
      { facts: { localities: [{ localityId: 'north', from: '2016-04-01' }] } },
    ),
  (id) =>
    ask(
      PlaceBodyUnder,
      id,
      { parentId: 'area', from: '2016-04-01', delegated: ['Small grants'] },
      { facts: { parentExists: true, above: [] } },
    ),
  (id) => ask(CreateSeat, id, { seatId: 'rsl', label: 'Housing', organisation: 'Eildon Housing' }),
  (id) => ask(CreateSeat, id, { seatId: 'council', label: 'Council housing', organisation: 'The council' }),
  (id) => ask(FillSeat, id, { seatId: 'rsl', holder: { personId: 'ana', name: 'Ana' }, from: '2016-04-01' }),
  (id) => ask(PlaceSeatInSector, id, { seatId: 'rsl', sector: 'housing' }),
  (id) => ask(PlaceSeatInSector, id, { seatId: 'council', sector: 'housing' }),
  (id) => ask(DelegateBudget, id, { budgetId: 'a', title: 'Grants', amount: { pence: 500_050 }, on: '2016-05-01' }),
  (id) =>
    ask(DelegateBudget, id, {
      budgetId: 'b',
      title: 'Wellbeing',
      toBeDefined: 'to be clarified',
      phases: [{ words: 'in 2017' }],
      on: '2016-05-01',
    }),
  (id) => ask(BeginBudgetPhase, id, { budgetId: 'b', phaseId: 'phase-1', on: '2016-09-01' }),
  (id) => ask(RecordRemit, id, { kind: 'plan', words: 'Plan of the north', link: 'https://example.org/plan', from: '2016-06-01' }),
);
const survey = surveyOf(area, [group], ON);
const answer = (number: number) => survey.answers.find((one) => one.number === number)!;

describe('the survey of localities', () => {
  it('asks every question once, and says where the record says nothing', () => {
    expect(survey.answers.map(({ number }) => number)).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));
    for (const number of [3, 8, 9, 12, 13, 16, 17])
      expect(answer(number)).toMatchObject({ says: false, answer: 'The record does not say.', evidence: [] });
  });
  it('answers with the events behind it', () => {
    expect(answer(1)).toMatchObject({
      answer: '2: North; South',
      evidence: [{ record: 'area', event: 'LocalityDefined', revision: 1 }, {}],
    });
    expect(answer(4).answer).toBe('North: wards Ward 1');
    expect(answer(5).answer).toBe('The group: reports to area from 1 April 2016');
    expect(answer(6).answer).toBe('The group: Eildon Housing, by Ana');
    expect(answer(6).evidence.map(({ event }) => event)).toEqual(['SeatFilled', 'SeatPlacedInSector']);
    expect(answer(7).answer).toBe('The group: the seat of The council is vacant');
    expect(answer(10).answer).toBe('The group may decide: Small grants');
    expect(answer(11).answer).toBe('The group: Plan of the north (https://example.org/plan)');
  });
  it('tells what is devolved from what is planned, on the day', () => {
    expect(answer(14).answer).toBe('The group: Grants, £5,000.50');
    expect(answer(15).answer).toBe('The group: Wellbeing, to be clarified (in 2017)');
    expect(surveyOf(area, [group], '2016-09-01').answers[13]!.answer).toContain('Wellbeing, to be clarified (begun 1 September 2016)');
  });
  it('reports a locality of more than 30,000 people', () => {
    expect(survey.notes).toEqual(['North has 30,001 people, more than 30,000 (2015 Act, Part 2)']);
    expect(surveyText(survey)).toContain('Note: North has');
  });
  it('of a body without localities says nothing it does not know', () =>
    expect(surveyOf(surveyed('area', establish), [], ON).answers.every(({ says }) => !says)).toBe(true));
});
