import { describe, expect, it } from '@jest/globals';
import { checked } from './checked.js';
import { LineField, NoFields, PartsField, PersonNamedDto } from './fields.js';
import { type FieldError } from './problem.js';
import { RequestRefused } from './request-refused.js';

class VotesDto {
  @PartsField(() => PersonNamedDto)
  votes!: PersonNamedDto[];
  @LineField({ optional: true })
  note?: string;
}

function errorsOf(dto: new () => object, sent: unknown): readonly FieldError[] {
  try {
    checked(dto, sent);
  } catch (error) {
    if (error instanceof RequestRefused) return (error.refusal.detail?.errors as FieldError[] | undefined) ?? [];
    throw error;
  }
  return [];
}

describe('a payload', () => {
  it('is given back as it was sent', () => {
    const sent = { votes: [{ personId: 'ana', name: ' Ana ' }] };
    expect(checked(VotesDto, sent)).toBe(sent);
  });

  it('is told the path of a field deep inside', () =>
    expect(
      errorsOf(VotesDto, {
        votes: [
          { personId: 'ana', name: 'Ana' },
          { personId: 7, name: 'Eve', extra: 1 },
        ],
      }),
    ).toEqual([
      { field: 'votes.1.extra', rule: 'is not a field here' },
      { field: 'votes.1.personId', rule: 'must be text' },
    ]));

  it('may leave out what is optional, but not send null for it', () => {
    expect(errorsOf(VotesDto, { votes: [] })).toEqual([]);
    expect(errorsOf(VotesDto, { votes: [], note: null })).toEqual([{ field: 'note', rule: 'must be text' }]);
  });

  it.each([[7], [[]], [[7]], [[null]], [{}], ['x']])('with %j for a list of parts is refused', (votes) => {
    const errors = errorsOf(VotesDto, { votes });
    if (Array.isArray(votes) && votes.length === 0) expect(errors).toEqual([]);
    else expect(errors[0]?.field).toMatch(/^votes/);
  });

  it('without fields takes an empty object and nothing else', () => {
    expect(errorsOf(NoFields, {})).toEqual([]);
    expect(errorsOf(NoFields, { a: 1 })).toEqual([{ field: 'a', rule: 'is not a field here' }]);
  });
});
