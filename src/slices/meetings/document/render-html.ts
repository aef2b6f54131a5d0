import { withLongWordsBroken } from '../../../kernel/long-words.js';
import { longDate } from '../../../kernel/dates.js';
import { type MinuteDocument, type MinuteEntry, type MinuteSection, type SederuntEntry } from './minute-document.js';
import { type MinuteStyle, styleOfActions } from '../../bodies/bodies.words.js';
import { type MeetingMode } from '../events/meeting.events.js';
import { actionInWords } from './action-in-words.js';
import { exemptSentence, labelled, sectionHeading } from './minute-text.js';
import { saysRemotely } from './sederunt.js';
import { meetingInWords } from '../in-words/wording.js';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Escapes recorded text, so that none of it is markup. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

const tag = (name: string, content: string, attributes = ''): string => `<${name}${attributes && ` ${attributes}`}>${content}</${name}>`;

/** The text's own line ends stay line ends. */
const paragraph = (text: string, attributes = ''): string => tag('p', escaped(text).replaceAll('\n', '<br>'), attributes);

/** A whole page without scripts or styles of its own; headings in order, so that it reads well aloud. */
export function renderMinuteHtml(document: MinuteDocument): string {
  const title = escaped(`Minute of ${document.bodyName}, ${longDate(document.date)}`);
  return [
    '<!doctype html>',
    '<html lang="en-GB">',
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title></head>`,
    '<body><main>',
    withLongWordsBroken(renderMinuteArticle(document)),
    '</main></body>',
    '</html>',
    '',
  ].join('\n');
}

/** The minute alone, for a page that has a frame already. */
export function renderMinuteArticle(document: MinuteDocument): string {
  const { sederunt, conclusion } = document;
  return [
    `<article class="minute" id="${escaped(document.meetingId)}" data-status="${document.status}" data-headings="${document.style.headings}" data-actions="${styleOfActions(document.style)}">`,
    tag('h1', escaped(document.bodyName)),
    paragraph(document.opening, 'class="opening"'),
    ...present(document),
    people('Apologies', sederunt.apologies, document),
    people('In attendance', sederunt.inAttendance, document),
    ...document.preamble.map((entry) => entryHtml(entry, 'h2', document.style)),
    ...document.sections.map((section) => sectionHtml(section, document)),
    ...(conclusion === null ? [] : [paragraph(conclusion, 'class="conclusion"')]),
    standingHtml(document),
    '</article>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** Those present; of a joint meeting by the body they sit for, each list with its quorum. */
const present = (document: MinuteDocument): readonly string[] =>
  document.sederunt.bodies?.flatMap(({ bodyName, present: those, quorum }) => [
    people(`Present for ${escaped(bodyName)}`, those, document),
    paragraph(quorum, 'class="quorum"'),
  ]) ?? [people('Present', document.sederunt.present, document)];

function people(label: string, entries: readonly SederuntEntry[], { style, mode }: MinuteDocument): string {
  if (entries.length === 0) return '';
  if (style.sederunt === 'column') return column(label, entries, mode);
  const items = entries.map(({ name, organisation, role, note, substituteFor, how }) => {
    const details = [
      organisation,
      role,
      substituteFor && `substitute for ${substituteFor}`,
      saysRemotely(how, mode) ? 'remotely' : undefined,
    ];
    const bracket = details.filter((one) => one !== undefined).join(', ');
    return tag('li', escaped(`${name}${bracket === '' ? '' : ` (${bracket})`}${note === '' ? '' : ` ${note}`}`));
  });
  return `${tag('h2', label)}\n${tag('ul', items.join(''))}`;
}

/** The sederunt as a column: who, for whom, and in what role. */
function column(label: string, entries: readonly SederuntEntry[], mode: MeetingMode): string {
  const rows = entries.map(({ name, organisation, role, note, substituteFor, how }) => {
    const beside = [substituteFor && `substitute for ${substituteFor}`, saysRemotely(how, mode) && 'remotely'].filter(Boolean).join(', ');
    const who = [name, beside && `(${beside})`, note].filter(Boolean).join(' ');
    return tag(
      'tr',
      [tag('th', escaped(who), 'scope="row"'), tag('td', escaped([role, organisation].filter(Boolean).join(', ')))].join(''),
    );
  });
  const head = tag('thead', tag('tr', `${tag('th', 'Name', 'scope="col"')}${tag('th', 'Role', 'scope="col"')}`));
  return `${tag('h2', label)}\n${tag('table', `${head}${tag('tbody', rows.join(''))}`, 'class="sederunt"')}`;
}

const sectionHtml = ({ sectionId, exempt, entries, ...section }: MinuteSection, { withoutExempt, style }: MinuteDocument): string =>
  [
    `<section id="${escaped(sectionId)}">`,
    tag('h2', escaped(sectionHeading(section))),
    ...(withoutExempt && exempt !== undefined ? [paragraph(exemptSentence(exempt), 'class="exempt"')] : []),
    ...entries.map((entry) => entryHtml(entry, 'h3', style)).filter((one) => one !== ''),
    '</section>',
  ].join('\n');

function entryHtml(entry: MinuteEntry, level: 'h2' | 'h3', style: MinuteStyle): string {
  const headed = (heading: string): string[] => (style.headings === 'none' ? [] : [tag(level, escaped(heading))]);
  switch (entry.kind) {
    case 'paragraph': {
      const heading = entry.heading === undefined ? '' : `${tag(level, escaped(entry.heading))}\n`;
      return `${heading}${paragraph(entry.numbered ? `${entry.number} ${entry.text}` : entry.text, `id="${escaped(entry.entryId)}"`)}`;
    }
    case 'decision': {
      const parts = entry.parts.map(({ letter, text }) => tag('li', escaped(`${labelled(letter, style)} ${text}`)));
      return [
        `<div class="decision" id="${escaped(entry.entryId)}" data-standing="${entry.standing}">`,
        ...headed('DECISION'),
        paragraph(entry.words),
        ...(parts.length > 0 ? [tag('ul', parts.join(''), 'class="parts"')] : []),
        ...(entry.loss === undefined ? [] : [paragraph(entry.loss, 'class="loss"')]),
        ...(entry.dissent === undefined ? [] : [paragraph(entry.dissent, 'class="dissent"')]),
        ...(entry.informal ? [paragraph('Informal: taken without a quorum.', 'class="informal"')] : []),
        '</div>',
      ].join('\n');
    }
    case 'action':
      return styleOfActions(style) === 'none'
        ? ''
        : tag('p', `${tag('strong', 'Action:')} ${escaped(actionInWords(entry))}`, `class="action" id="${escaped(entry.entryId)}"`);
    case 'hearing':
      return [
        `<div class="hearing" id="${escaped(entry.entryId)}">`,
        ...headed(entry.about.toUpperCase()),
        ...entry.sentences.map((one) => paragraph(one)),
        '</div>',
      ].join('\n');
    case 'vote':
    case 'division':
    case 'election':
      return [
        `<div class="vote" id="${escaped(entry.entryId)}">`,
        ...headed(entry.kind === 'election' ? entry.heading : entry.kind.toUpperCase()),
        ...entry.sentences.map((one) => paragraph(one)),
        '</div>',
      ].join('\n');
    case 'note':
      return ['<div class="note">', ...headed(entry.heading), paragraph(entry.text), '</div>'].join('\n');
  }
}

function standingHtml({ approval, signature, corrections }: MinuteDocument): string {
  if (!approval) return paragraph('DRAFT', 'class="standing"');
  const lines = [
    paragraph(
      `Approved at ${meetingInWords(approval.atMeeting)}${approval.corrections.length > 0 ? ', with these corrections:' : '.'}`,
      'class="standing"',
    ),
    ...approval.corrections.map((one) => correctionHtml(one.paragraph, one.words)),
  ];
  if (signature) {
    lines.push(paragraph(`Signed by ${signature.name}, presiding at ${meetingInWords(signature.atMeeting)}.`, 'class="signature"'));
    lines.push(tag('p', `SHA-256 of the text signed: ${tag('code', escaped(signature.hash))}`));
  }
  for (const { atMeeting, correction } of corrections) {
    lines.push(paragraph(`Corrected by ${meetingInWords(atMeeting)}:`), correctionHtml(correction.paragraph, correction.words));
  }
  return tag('footer', lines.join('\n'));
}

const correctionHtml = (number: string | undefined, words: string): string =>
  paragraph(number === undefined ? words : `Paragraph ${number}: ${words}`, 'class="correction"');
