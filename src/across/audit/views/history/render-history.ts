import { type RecordHistory } from '../../history-of.query.js';

/** The history as text, for each event its sentence, what else was said below it, and when it happened, when it was written down, by whom and in what role. */
export function renderHistory({ ref, kind, asAt, asKnownAt, events, back, forward }: RecordHistory): string {
  const lines = [`${ref} (${kind})`];
  if (asAt) lines.push(`as at ${asAt}`);
  if (asKnownAt) lines.push(`as known at ${asKnownAt}`);
  lines.push('');
  for (const event of events) {
    lines.push(`${event.happenedAt}  ${event.what}`);
    lines.push(...event.lines.map((line) => `    ${line.replaceAll('\n', '\n    ')}`));
    const late = event.recordedAt === event.happenedAt ? '' : `recorded ${event.recordedAt} `;
    lines.push(`    ${late}by ${event.by.name} (${event.by.role}), ${event.stream} revision ${event.revision}, position ${event.position}`);
  }
  if (events.length === 0) lines.push('Nothing by then.');
  if (back.length > 0)
    lines.push(
      '',
      'Came from',
      ...back.map((step) => `  ${step.how} ${step.kind} ${step.what}${step.what === step.ref ? '' : `  [${step.ref}]`}`),
    );
  if (forward.length > 0) lines.push('', 'Led to', ...forward.map((step) => `  ${step.how}: ${step.kind} ${step.what}`));
  return `${lines.join('\n')}\n`;
}
