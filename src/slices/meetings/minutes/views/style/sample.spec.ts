import { describe, expect, it } from '@jest/globals';
import { READY } from '../../../../bodies/bodies.words.js';
import { renderMinuteArticle } from '../../../document/render-html.js';
import { renderMinuteText } from '../../../document/minute-text.js';
import { sampleMinute } from './sample.js';

const textOf = (set: keyof typeof READY): string => renderMinuteText(sampleMinute('The Example Committee', READY[set]));

describe('the minute in the style of its body', () => {
  it('of a partnership', () =>
    expect(textOf('partnership')).toBe(`THE EXAMPLE COMMITTEE

MINUTE of MEETING of the EXAMPLE COMMITTEE held in the Council Chamber on 3 March 2026 at 2.00pm.

Present:- Councillors C. Cole, B. Bain (Vice-Chairman), A. Aird (Chairman).

In Attendance:- D. Dunn (Clerk).

1. MINUTE

There had been circulated copies of the Minute of the meeting held on 9 December 2025.

DECISION

APPROVED the Minute.

2. WINTER MAINTENANCE

There had been circulated copies of a report on the gritting of footways.

DECISION

AGREED:

(a) to note the report; and

(b) to ask for another in June.

Action: DD (by the end of May)

MEMBER

Councillor C. Cole left the meeting.

CHAIRMAN

Councillor B. Bain took the chair: the Chairman had to leave.

The meeting concluded at 4.15 p.m.

DRAFT
`));

  it('of a Scottish council', () =>
    expect(textOf('scottish-council')).toBe(`THE EXAMPLE COMMITTEE

MINUTE of MEETING of the EXAMPLE COMMITTEE held in the Council Chamber on 3 March 2026 at 2.00 p.m.

Present:- Councillors A. Aird (Convener), B. Bain (Vice-Convener), C. Cole.

In Attendance:- D. Dunn (Clerk).

1. MINUTE

There had been circulated copies of the Minute of the meeting held on 9 December 2025.

The Council resolved to approve the Minute.

2. WINTER MAINTENANCE

There had been circulated copies of a report on the gritting of footways.

The Council resolved:-

(a) to note the report; and

(b) to ask for another in June.

Councillor C. Cole left the meeting.

Councillor B. Bain took the chair: the Convener had to leave.

The meeting concluded at 4.15 p.m.

DRAFT
`));

  it('of a joint board', () =>
    expect(textOf('joint-board')).toBe(`THE EXAMPLE COMMITTEE

Minutes of the meeting of the Example Committee held in the Council Chamber on 3 March 2026 at 14:00.

Present:-
Councillor A. Aird (Chair)
Councillor B. Bain (Vice-Chair)
Councillor C. Cole

In Attendance:-
D. Dunn (Clerk)

1. MINUTE

There had been circulated copies of the Minute of the meeting held on 9 December 2025.

DECISION

The Board resolved to approve the Minute.

4. WINTER MAINTENANCE

There had been circulated copies of a report on the gritting of footways.

DECISION

The Board resolved:-

(a) to note the report; and

(b) to ask for another in June.

Action: DD (by the end of May)

MEMBER

Councillor C. Cole left the meeting.

CHAIR

Councillor B. Bain took the chair: the Chair had to leave.

The meeting concluded at 16:15.

DRAFT
`));

  it('has actions agreed in discussion below, in a column of the page, or not at all', () => {
    expect(textOf('community-council')).toMatch(/another in June\.\n\n {60,}Action: DD \(by the end of May\)\n\nCouncillor C\. Cole left/);
    expect(textOf('scottish-council')).not.toContain('Action');
    const article = renderMinuteArticle(sampleMinute('The Example Committee', READY['community-council']));
    expect(article).toContain('data-actions="column"');
  });

  it('has its headings in the margin of the page, or none, and the sederunt as a table', () => {
    const article = renderMinuteArticle(sampleMinute('The Example Committee', READY['joint-board']));
    expect(article).toContain('data-headings="margin"');
    expect(article).toContain('<th scope="row">Councillor A. Aird</th><td>Chair</td>');
    const bare = renderMinuteArticle(sampleMinute('The Example Committee', READY['scottish-council']));
    expect(bare).not.toContain('DECISION');
    expect(bare).toContain('<li>(a) to note the report; and</li>');
  });
});
