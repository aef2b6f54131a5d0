import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { isRight } from '../../src/kernel/rights.js';
import { COMMANDS, ROOMS } from '../../src/app.module.js';
import { checked } from '../../src/http/checked.js';
import { addressOf } from '../../src/http/command-routes.js';
import { referencePages, withFloors } from '../support/reference.js';

/** The fields of a section whose last cell, which says what the field is, is empty. */
const fieldsUnsaid = (section: string): readonly string[] =>
  [...section.matchAll(/^\| `([^`]+)` \|.*\|\s+\|$/gm)].map(([, field]) => field!);

describe('every command', () => {
  it.each(COMMANDS.map(({ spec }) => [spec.type, spec] as const))(
    '%s names a right there is, and has an example that is valid',
    (_type, spec) => {
      expect(isRight(spec.right)).toBe(true);
      expect(checked(spec.dto, { ...spec.example })).toBeDefined();
    },
  );

  it('has an address of its own', () => {
    const addresses = COMMANDS.map(({ spec }) => addressOf(spec));
    expect(new Set(addresses).size).toBe(addresses.length);
  });
});

describe('the whole', () => {
  it('records every type of event in one room only', () => {
    const types = ROOMS.flatMap(({ versions }) => Object.keys(versions));
    expect(new Set(types).size).toBe(types.length);
  });

  it('keeps every read model under a name of its own', () => {
    const names = ROOMS.flatMap(({ projections }) => projections.map(({ name }) => name));
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(Object.entries(referencePages()))('is described by docs/reference/%s as it stands (npm run reference)', (name, text) => {
    expect(readFileSync(new URL(`../../docs/reference/${name}`, import.meta.url), 'utf8')).toBe(text);
  });

  it.each(['commands.md', 'events.md'] as const)('says in docs/reference/%s what every field is', (name) => {
    const [, ...sections] = referencePages()[name]!.split('\n## ');
    expect(sections.flatMap((section) => fieldsUnsaid(section).map((field) => `${section.split('\n', 1)[0]}: ${field}`))).toEqual([]);
  });

  it('is described by the rooms of docs/architecture.md as they stand (npm run reference)', () => {
    const architecture = readFileSync(new URL('../../docs/architecture.md', import.meta.url), 'utf8');
    expect(withFloors(architecture)).toBe(architecture);
  });
});
