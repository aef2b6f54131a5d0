import { andNames } from '../../../../kernel/words.js';
import { longDate } from '../../../../kernel/dates.js';
import { type Direction, isLive } from '../../direction.state.js';

export interface Named {
  readonly direction: string;
  readonly reference: string;
  readonly title: string;
  readonly on: string;
}

/** The performance report of a body's directions for a period, both days included. `live`: those live at the end of the last day. */
export interface Performance {
  readonly bodyId: string;
  readonly bodyName: string;
  readonly from: string;
  readonly until: string;
  readonly approved: readonly Named[];
  readonly issued: readonly (Named & { readonly to: readonly string[] })[];
  readonly revised: readonly Named[];
  readonly superseded: readonly Named[];
  readonly revoked: readonly Named[];
  readonly completed: readonly Named[];
  readonly live: readonly Named[];
  readonly reports: readonly (Named & { readonly recipient: string; readonly words: string; readonly measures: string | null })[];
  readonly reviews: readonly (Named & { readonly words: string })[];
}

/** `directions` as they stood at the end of the last day. */
export function performanceOf(
  directions: readonly Direction[],
  { bodyId, bodyName, from, until }: Pick<Performance, 'bodyId' | 'bodyName' | 'from' | 'until'>,
): Performance {
  const within = (on: string): boolean => from <= on && on <= until;
  const approved = directions.flatMap((one) => (one.approval ? [{ ...one, approval: one.approval }] : []));
  const named = ({ direction, approval, terms }: (typeof approved)[number], on: string): Named => ({
    direction,
    reference: approval.reference,
    title: terms.title,
    on,
  });
  const ended = (how: string): Named[] =>
    approved.flatMap((one) => (one.end?.how === how && within(one.end.on) ? [named(one, one.end.on)] : []));
  const nameOf = ({ terms }: Direction, recipient: string): string =>
    terms.recipients.find((one) => one.recipient === recipient)?.name ?? recipient;
  return {
    bodyId,
    bodyName,
    from,
    until,
    approved: approved.filter(({ approval }) => within(approval.on)).map((one) => named(one, one.approval.on)),
    issued: approved.flatMap((one) =>
      [...new Set(one.issues.map(({ on }) => on))].filter(within).map((on) => ({
        ...named(one, on),
        to: one.issues.filter((issue) => issue.on === on).map(({ recipient }) => nameOf(one, recipient)),
      })),
    ),
    revised: ended('revised'),
    superseded: ended('superseded'),
    revoked: ended('revoked'),
    completed: ended('completed'),
    live: approved.filter(isLive).map((one) => named(one, one.approval.on)),
    reports: approved.flatMap((one) =>
      one.reports
        .filter(({ on }) => within(on))
        .map(({ on, recipient, words, measures }) => ({
          ...named(one, on),
          recipient: nameOf(one, recipient),
          words,
          measures: measures ?? null,
        })),
    ),
    reviews: approved.flatMap((one) => one.reviews.filter(({ on }) => within(on)).map(({ on, words }) => ({ ...named(one, on), words }))),
  };
}

export function performanceText(performance: Performance): string {
  const { bodyName, from, until, issued, reports, reviews } = performance;
  const line = ({ reference, title, on }: Named): string => `  ${reference}  ${title} (${longDate(on)})`;
  const part = (heading: string, lines: readonly string[]): string[] => [`${heading}: ${lines.length}`, ...lines, ''];
  return [
    `Directions of the ${bodyName}: performance`,
    '',
    `${longDate(from)} to ${longDate(until)}`,
    '',
    ...part('Approved', performance.approved.map(line)),
    ...part(
      'Issued',
      issued.map((one) => `${line(one)} to ${andNames(one.to)}`),
    ),
    ...part('Revised', performance.revised.map(line)),
    ...part('Superseded', performance.superseded.map(line)),
    ...part('Revoked', performance.revoked.map(line)),
    ...part('Completed', performance.completed.map(line)),
    ...part(`Live on ${longDate(until)}`, performance.live.map(line)),
    ...part(
      'Reports made',
      reports.map(
        (one) => `${line(one)}\n    ${one.recipient}: ${one.words}${one.measures === null ? '' : `\n    Measures: ${one.measures}`}`,
      ),
    ),
    ...part(
      'Reviews held',
      reviews.map((one) => `${line(one)}\n    ${one.words}`),
    ),
  ].join('\n');
}
