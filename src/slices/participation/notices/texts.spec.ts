import { describe, expect, it } from '@jest/globals';
import { type NoticeKind } from '../participation.events.js';
import { decisionPeriod, replyPeriod, representationsPeriod } from '../participation.periods.js';
import { type ParticipationRequest } from '../participation.state.js';
import { noticeText } from './texts.js';

const request: ParticipationRequest = {
  requestId: 'council/2026-path',
  bodyId: 'council',
  title: 'Path',
  authorityName: 'Example Council',
  stage: 'under-consideration',
  receivedOn: '2026-12-18',
  lastItemOn: '2026-12-18',
  from: [
    { name: 'Paths Trust', kind: 'community-controlled', constitutionAttached: true },
    { name: 'Westmuir Community Council', kind: 'community-council' },
  ],
  contents: { service: 'Paths', outcome: 'People walk.', reasons: 'Every day.', experience: 'Years.', improvement: 'Open in winter.' },
  form: 'schedule',
  contacts: [{ subject: 's-1', name: 'sealed:1:s-1:n:c' }],
  queried: [],
  validationDate: '2026-12-18',
  decisionDue: decisionPeriod('2026-12-18', false),
  namedAuthorities: [],
  authorities: [],
  considerations: [],
  representations: [],
  modifications: [],
  publications: [],
  notices: [],
  settledOn: '2026-12-18',
};
const notice = (kind: NoticeKind, change: Partial<ParticipationRequest> = {}, authority?: string) =>
  noticeText({ ...request, ...change }, { kind, on: '2026-12-21', authority });
const lacking = (kind: NoticeKind, change: Partial<ParticipationRequest> = {}, authority?: string): unknown => {
  const refused = notice(kind, change, authority);
  if (typeof refused === 'string') throw new Error(refused);
  expect(refused.code).toBe('participation-notice.incomplete');
  return (refused.detail?.lacking as { section: string }[]).map(({ section }) => section);
};

describe('a notice', () => {
  it('acknowledges, word for word, with the validation date and the period', () =>
    expect(notice('acknowledgement')).toBe(`Example Council

Acknowledgement of a participation request (SSI 2017/39 reg 4(2))

To: Paths Trust, Westmuir Community Council
Date: 21 December 2026
Participation request: Path (council/2026-path)
Public service: Paths
Outcome: People walk.

Validation date (SSI 2017/39 reg 4(3)(a))
18 December 2026

Period for our decision (SSI 2017/39 reg 4(3)(b))
We must give you notice of our decision by 1 February 2027: 30 working days beginning with the validation date. ${request.decisionDue!.explanation}
`));

  it('names no contact of the body', () => {
    for (const kind of ['acknowledgement', 'missing-items', 'decision'] as const) expect(JSON.stringify(notice(kind))).not.toContain('s-1');
  });

  it('that would lack something is refused with each provision it breaks', () => {
    const { validationDate: _valid, decisionDue: _due, ...bare } = request;
    const refused = noticeText(bare, { kind: 'acknowledgement', on: '2026-12-21' });
    expect(refused).toMatchObject({
      detail: { lacking: [{ section: 'SSI 2017/39 reg 4(3)(a)' }, { section: 'SSI 2017/39 reg 4(3)(b)' }] },
    });
    expect(lacking('missing-items')).toEqual(['SSI 2017/39 reg 4(1)']);
    expect(lacking('additional-authority')).toEqual(['SSI 2017/39 reg 6(1)(a)', 'SSI 2017/39 reg 6(2)']);
    expect(lacking('declined')).toEqual(['s.27', 's.27']);
    expect(lacking('decision')).toEqual(['s.24(6)']);
    expect(lacking('final-details')).toEqual(['s.26(5)', 's.26(5)', 's.28(a)']);
    expect(lacking('report')).toEqual(['s.31(2)(a)', 's.31(2)(b)', 's.31(2)(c)', 's.31(3)']);
  });

  it('of final details says how representations were considered, where there were any', () =>
    expect(lacking('final-details', { representations: [{ on: '2027-02-20', words: 'In the evening.' }] })).toContain('s.26(4)'));

  it('of a decision has what its kind of process requires', () => {
    const process = {
      kind: 'existing' as const,
      operation: 'Monthly.',
      stage: 'Surveyed.',
      bodyRole: 'Two seats.',
      othersRoles: 'A seat.',
    };
    const existing = notice('decision', { decided: { on: '2027-02-01', kind: 'agreed', process } });
    for (const section of ['s.25(2)(a)', 's.25(2)(b)', 's.25(2)(c)', 's.25(2)(d)']) expect(existing).toContain(section);
    const proposed = {
      on: '2027-02-01',
      kind: 'agreed' as const,
      process: { kind: 'proposed' as const, operation: 'Monthly.', bodyRole: 'Two seats.' },
    };
    expect(lacking('decision', { decided: proposed })).toEqual(['s.26(2)-(3)']);
    expect(notice('decision', { decided: proposed, representationsDue: representationsPeriod('2027-02-01') })).toContain(
      'You may make written representations on the proposed process until 28 February 2027.',
    );
  });

  it('to an additional authority has the request and the day to reply by', () => {
    const authorities = [{ authority: 'nhs', name: 'NHS Borders', notifiedOn: '2026-12-21', replyDue: replyPeriod('2026-12-21') }];
    const text = notice('additional-authority', { authorities }, 'nhs');
    expect(text).toContain('To: NHS Borders');
    expect(text).toContain('Every day.');
    expect(text).toContain('by 12 January 2027');
  });
});
