import { longDate } from '../../../../kernel/dates.js';
import { type RemitView } from './remit-view.js';

/** The register of remits as text: a paragraph for each. */
export const remitsText = (remits: readonly RemitView[]): string =>
  remits.length === 0
    ? 'No remits.\n'
    : `${remits
        .map(({ title, to, words, madeOn, standingWords, answer, ref }) =>
          [
            `${longDate(madeOn)}  ${title}, to ${to.name}  [${ref}]`,
            `  ${words}`,
            `  ${standingWords}.${answer ? ` ${answer.words}` : ''}`,
          ].join('\n'),
        )
        .join('\n\n')}\n`;
