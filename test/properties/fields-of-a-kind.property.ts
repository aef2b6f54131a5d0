import { describe, expect, it } from '@jest/globals';
import { COMMANDS } from '../../src/app.module.js';
import { checked } from '../../src/http/checked.js';
import { type FieldError } from '../../src/http/problem.js';
import { RequestRefused } from '../../src/http/request-refused.js';
import { type CommandClass } from '../../src/kernel/command.js';
import { type Field, fieldsOf } from '../support/fields.js';

/** A field that is a choice, or is said only beside some choices or without another field, with the fields it stands among. */
interface Placed {
  readonly command: CommandClass;
  /** The parts that hold it, outermost first. */
  readonly within: readonly Field[];
  readonly field: Field;
  readonly siblings: readonly Field[];
}

const placed = (command: CommandClass, siblings: readonly Field[], within: readonly Field[] = []): readonly Placed[] =>
  siblings.flatMap((field) => [{ command, within, field, siblings }, ...placed(command, field.fields, [...within, field])]);

const ALL = COMMANDS.flatMap((command) => placed(command, fieldsOf(command.spec.dto)));
const nameOf = ({ command, within, field }: Placed): string => [command.spec.type, ...within.map(({ name }) => name), field.name].join('.');

/** The rule that the field breaks in a payload that says nothing but these fields, in their place. */
function broken({ command, within, field }: Placed, said: object): string | undefined {
  const payload = within.reduceRight<unknown>((part, { name, list }) => ({ [name]: list ? [part] : part }), said) as object;
  const path = [...within.flatMap(({ name, list }) => (list ? [name, '0'] : [name])), field.name].join('.');
  try {
    checked(command.spec.dto, payload);
  } catch (error) {
    if (!(error instanceof RequestRefused)) throw error;
    return (error.refusal.detail?.errors as readonly FieldError[]).find((one) => one.field === path)?.rule;
  }
  return undefined;
}

const sample = ({ kind }: Field): unknown =>
  ({ flag: true, integer: 1, part: {}, date: '2026-03-03', time: '14:00' })[kind as 'flag'] ?? 'x';
const onlyFor = ALL.flatMap((one) =>
  Object.entries(one.field.schema['x-only-for'] ?? {}).map(([by, choices]) => ({ ...one, by, choices, name: nameOf(one) })),
);
const notWith = ALL.flatMap((one) =>
  one.field.schema['x-not-with'] ? [{ ...one, other: one.field.schema['x-not-with'], name: nameOf(one) }] : [],
);

/** The choices beside which nothing is ignored, by the reason. */
const EVERY_FIELD_COUNTS: Readonly<Record<string, readonly string[]>> = {
  'the decider refuses what does not belong to the choice': [
    'RecordDuty.recurrence',
    'ChangeDuty.recurrence',
    'TakeVote.votes.option',
    'CorrectVote.votes.option',
    'HoldElection.rounds.votes.option',
    'TakeProceduralMotion.votes.option',
    'TakeProceduralMotion.kind',
    'CorrectStep.kind',
    'CorrectStep.vote.votes.option',
    'CorrectElection.rounds.votes.option',
    'TakeElectionRound.votes.option',
    'RecordDecision.outcome.kind',
    'NotifyMissingItems.items.item',
    'MakeRemit.how',
    'ReceiveMinute.resolved',
  ],
  'whatever is said beside it is recorded': [
    'EstablishBody.kind',
    'ProposeBody.kind',
    'RecordRemit.kind',
    'RecordHearing.kind',
    'TakeVote.declared',
    'CorrectVote.declared',
    'TakeProceduralMotion.declared',
    'CorrectStep.vote.declared',
    'CorrectHearing.kind',
    'HoldElection.nominations.then',
    'CorrectElection.nominations.then',
    'ChooseMinuteStyle.set',
    'ChooseMinuteStyle.opening',
    'ChooseMinuteStyle.headings',
    'ChooseMinuteStyle.verbs',
    'ChooseMinuteStyle.labels',
    'ChooseMinuteStyle.numbering',
    'ChooseMinuteStyle.times',
    'ChooseMinuteStyle.continues',
    'ChooseStandingItems.items.brings',
    'AnswerRequisition.how',
    'ChooseMinuteStyle.sederunt',
    'ChooseMinuteStyle.order',
    'ChooseMinuteStyle.actions',
    'CallMeeting.mode',
    'RearrangeMeeting.mode',
    'RecordAttendance.how',
    'RejoinMeeting.how',
    'AdoptPlan.kind',
    'RaiseAction.source.dash',
    'DecideRecommendation.outcome',
    'DraftDirection.split',
    'DraftDirection.relation.kind',
    'AmendDraft.split',
    'AmendDraft.relation.kind',
    'CorrectDirection.split',
    'ReceiveParticipationRequest.from.kind',
    'ReceiveParticipationRequest.form',
    'CorrectParticipationRequest.from.kind',
    'CorrectParticipationRequest.form',
    'DeclareInterest.outcome',
    'CorrectStep.outcome',
    'SupplyMissingItems.form',
    'WithdrawRole.role',
    'FollowReminders.digest',
    'ChangeReminders.digest',
    'AdoptConstitution.voting.majorityOf',
    'AdoptConstitution.voting.tie',
    'AdoptConstitution.voting.between.method',
    'AdoptConstitution.voting.between.needs',
    'AdoptConstitution.voting.appointments',
  ],
};

describe('a field of a command', () => {
  it.each(onlyFor)('$name is refused beside another $by than its own', (one) => {
    const { field, by, choices, siblings } = one;
    const all = siblings.find(({ name }) => name === by)?.schema.enum ?? [];
    expect(all).toEqual(expect.arrayContaining([...choices]));
    const value = sample(field);
    for (const choice of all) {
      const rule = broken(one, { [by]: choice, [field.name]: value }) ?? '';
      if (choices.includes(choice)) expect(rule).not.toMatch(/^belongs only to/);
      else expect(rule).toBe(`belongs only to ${by} ${choices.join(' or ')}, not to ${choice}`);
    }
    if (siblings.some(({ name, optional }) => name === by && optional))
      expect(broken(one, { [field.name]: value })).toBe(`belongs only to ${by} ${choices.join(' or ')}, which is not said`);
  });

  it.each(notWith)('$name is refused together with $other', (one) => {
    const { field, other, siblings } = one;
    const value = sample(siblings.find(({ name }) => name === other)!);
    expect(broken(one, { [field.name]: sample(field), [other]: value })).toBe(`does not go together with ${other}`);
    expect(broken(one, { [field.name]: sample(field) }) ?? '').not.toMatch(/^does not go together/);
    if (field.kind === 'flag') expect(broken(one, { [field.name]: false, [other]: value })).toBeUndefined();
  });

  it('that is a choice says which fields belong to it, or why all of them do', () => {
    const judged = new Set(onlyFor.map(({ command, within, by }) => [command.spec.type, ...within.map(({ name }) => name), by].join('.')));
    const choices = ALL.filter(
      ({ field, siblings }) => field.kind === 'choice' && siblings.some((one) => one.optional && one !== field),
    ).map(nameOf);
    const unjudged = choices.filter((name) => !judged.has(name)).sort();
    expect(unjudged).toEqual(Object.values(EVERY_FIELD_COUNTS).flat().sort());
  });
});
