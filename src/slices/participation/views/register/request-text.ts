import { longDate } from '../../../../kernel/dates.js';
import { type PublicationDuty } from '../annual-report/annual-report.query.js';
import { type SimilarRequest } from './similar.query.js';
import { type RequestStory } from './participation-request.query.js';
import { registerText } from './register-csv.js';
import { type ContactShown, type PublicRequest } from './request-view.js';

const contact = (one: ContactShown): string => {
  if ('erased' in one) return `${one.subject}: erased`;
  if ('apart' in one) return `${one.subject}: kept apart`;
  return [one.name, one.address, one.email, one.telephone].filter((part) => part !== undefined).join(', ');
};

const words = (type: string): string => type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();

/** One request as text: how it stands, each clock with how it was counted, and its story. */
export function requestText(one: RequestStory | PublicRequest): string {
  if (!('story' in one)) {
    const published = one.publications.map(
      ({ what, publishedOn, where }) => `- ${what.replaceAll('-', ' ')}, ${longDate(publishedOn)}: ${where}`,
    );
    return `${registerText([one])}\nPublished\n${published.join('\n')}\n`;
  }
  const { contents, missing, contacts, clocks, toPublish, story } = one;
  const section = (heading: string, lines: readonly string[]): string[] => (lines.length ? [`${heading}\n${lines.join('\n')}`] : []);
  return `${[
    registerText([one]).trimEnd(),
    ...section(
      'The request',
      Object.entries(contents).map(([name, text]) => `- ${name}: ${text}`),
    ),
    ...section(
      'Missing',
      missing.map(({ what, of, section: law }) => `- ${what}${of === undefined ? '' : ` of ${of}`} (${law})`),
    ),
    ...section(
      'People behind it',
      contacts.map((person) => `- ${contact(person)}`),
    ),
    ...section(
      'Clocks',
      clocks.map(({ what, deadline }) => `- ${what}: ${deadline.explanation}`),
    ),
    ...section(
      'To be published',
      toPublish.map(({ what, source }) => `- ${what.replaceAll('-', ' ')} (${source})`),
    ),
    ...section(
      'Story',
      story.map(({ type, data }) => `- ${longDate((data as { readonly on: string }).on)}: ${words(type)}`),
    ),
  ].join('\n\n')}\n`;
}

export const similarText = (items: readonly SimilarRequest[]): string =>
  items.length
    ? `${items
        .map(({ requestId, title, from, madeOn, state, sameService, words }) =>
          [
            `${requestId}  ${title}`,
            `  from: ${from.join(', ')}`,
            `  made on ${longDate(madeOn)}; ${state.replaceAll('-', ' ')}`,
            `  in common: ${[...(sameService ? ['the public service'] : []), ...words].join(', ')}`,
          ].join('\n'),
        )
        .join('\n\n')}\n`
    : 'No similar request in the two years before.\n';

export const dutiesText = (items: readonly PublicationDuty[]): string =>
  items.length
    ? `${items
        .map(({ requestId, title, what, source, since, dueOn }) =>
          [
            `${requestId ?? title}: ${what.replaceAll('-', ' ')} (${source})`,
            `  since ${longDate(since)}${dueOn === null ? '' : `, by ${longDate(dueOn)}`}`,
          ].join('\n'),
        )
        .join('\n')}\n`
    : 'Nothing is to be published.\n';
