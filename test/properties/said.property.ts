import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Policies } from '../../src/across/policies/policies.module.js';
import { COMMANDS, ROOMS } from '../../src/app.module.js';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';
import { type Field, fieldsOf, pathsOf } from '../support/fields.js';
import { NOT_FOUND, NOT_RECORDED, NOT_SEARCHED_FOR, type Reasons } from '../support/said/not-kept.js';
import { lostInEvents, lostInPlace, type Place, PLACES } from '../support/said/standing.js';
import { STORIES } from '../support/said/stories/index.js';
import { Telling, type Told } from '../support/said/telling.js';

const TIMEOUT_MS = 600_000;
const WHERE = 'test/support/said/not-kept.ts';

let app: TestApp;
const told: Told[] = [];

beforeAll(async () => {
  const clock = new HandClock();
  app = await createTestApp({ clock });
  // What policies do by themselves would be done before the stories say it.
  await app.nest.get(Policies).onApplicationShutdown();
  const telling = new Telling(app, clock);
  for (const saying of STORIES) told.push(await telling.tell(saying));
}, TIMEOUT_MS);
afterAll(() => app.close());

/** What is lost without a reason, and the reasons that are given for what is not lost. */
function unexplained(lost: Iterable<string>, reasons: Reasons, what: string): readonly string[] {
  const found = new Set(lost);
  const given = Object.keys(reasons);
  return [
    ...[...found].filter((field) => !given.includes(field)).map((field) => `${field}: ${what}; carry it there, or say why not in ${WHERE}`),
    ...given.filter((field) => !found.has(field)).map((field) => `${field}: stands there after all; take its reason out of ${WHERE}`),
  ];
}

/** The reasons for the fields of some types. */
const reasonsFor = (reasons: Reasons, isMeant: (type: string) => boolean): Reasons =>
  Object.fromEntries(Object.entries(reasons).filter(([field]) => isMeant(field.slice(0, field.indexOf('.')))));

describe('what is said with a command stands in its events', () => {
  it.each(COMMANDS.map(({ spec }) => [spec.type, spec] as const))('%s', (type, { dto }) => {
    const tellings = told.filter((one) => one.type === type);
    expect(tellings.length === 0 ? [`${type} is told in no story: test/support/said/stories`] : []).toEqual([]);
    expect(tellings.flatMap(({ refused }) => refused ?? [])).toEqual([]);
    const said = new Set(tellings.flatMap((one) => one.said.map(({ path }) => path)));
    const unsaid = pathsOf(fieldsOf(dto)).filter((path) => !said.has(path));
    expect(unsaid.map((path) => `${type}.${path} is said in no story: test/support/said/stories`)).toEqual([]);
    const lost = tellings.flatMap((one) => lostInEvents(one).map((path) => `${type}.${path}`));
    expect(
      unexplained(
        lost,
        reasonsFor(NOT_RECORDED, (one) => one === type),
        'what is said in it is in no event',
      ),
    ).toEqual([]);
  });

  it('and no reason is given for a command that is not there', () => {
    const types = COMMANDS.map(({ spec }) => spec.type);
    expect(Object.keys(reasonsFor(NOT_RECORDED, (type) => !types.includes(type)))).toEqual([]);
  });
});

const IN: Readonly<Record<Place, string>> = {
  view: 'it is in no view: neither in the folded state nor in a read model',
  answer: 'the API answers it nowhere',
  history: 'the history of the record does not tell it',
};

describe.each(PLACES)('what stands in an event is found in the %s', (place) => {
  const types = ROOMS.flatMap(({ versions }) => Object.keys(versions)).sort();
  let lost: readonly string[];
  beforeAll(() => {
    lost = told.flatMap((one) => lostInPlace(one, place));
  });
  it.each(types)('%s', (type) => {
    expect(
      unexplained(
        lost.filter((field) => field.startsWith(`${type}.`)),
        reasonsFor(NOT_FOUND[place], (one) => one === type),
        IN[place],
      ),
    ).toEqual([]);
  });
});

/** The paths of the fields in which words are typed; an id, a choice or a reference is none. */
const typed = (fields: readonly Field[], before = ''): readonly string[] =>
  fields.flatMap(({ name, kind, fields: inner }) =>
    kind === 'part' ? typed(inner, `${before}${name}.`) : kind === 'words' ? [`${before}${name}`] : [],
  );

describe('a word that is typed is found by the search', () => {
  it.each(COMMANDS.map(({ spec }) => [spec.type, spec] as const))('%s', async (type, { dto }) => {
    const paths = new Set(typed(fieldsOf(dto)));
    const lost = new Set<string>();
    for (const { said, events } of told.filter((one) => one.type === type))
      for (const { path, value, unique } of said) {
        if (!unique || !paths.has(path)) continue;
        const { json } = await app.get(`search?words=${String(value)}&limit=50`, { after: events.at(-1)!.position });
        const found = (json as { readonly items: readonly { readonly eventId: string }[] }).items.map(({ eventId }) => eventId);
        if (!events.some(({ id }) => found.includes(id))) lost.add(`${type}.${path}`);
      }
    expect(
      unexplained(
        lost,
        reasonsFor(NOT_SEARCHED_FOR, (one) => one === type),
        'the search does not find it',
      ),
    ).toEqual([]);
  });
});
