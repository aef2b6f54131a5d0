import { longDate } from '../../../../kernel/dates.js';
import { type RequisitionView } from './requisition-view.js';

/** The requisitions of a body as text: a paragraph for each. */
export const requisitionsText = (requisitions: readonly RequisitionView[]): string =>
  requisitions.length === 0
    ? 'No requisitions.\n'
    : `${requisitions
        .map(({ receivedOn, askedBy, business, standingWords, ref }) =>
          [`${longDate(receivedOn)}  ${askedBy.map(({ name }) => name).join(', ')}  [${ref}]`, `  ${business}`, `  ${standingWords}.`].join(
            '\n',
          ),
        )
        .join('\n\n')}\n`;
