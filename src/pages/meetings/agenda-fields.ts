/** The names of the fields on the pages of an agenda. */
export const ITEM_LABELS: Readonly<Record<string, string>> = {
  title: 'Title',
  number: 'Number',
  asked: 'What is asked of the meeting',
  minutes: 'Minutes',
  reason: 'Reason',
  'late.reason': 'Why it was not on the agenda when notice was given',
  'urgent.reason': 'Why it was not on the agenda when notice was given',
  'exempt.paragraph': 'Paragraph of Schedule 7A',
  ...Object.fromEntries(
    Array.from({ length: 20 }, (_, index): [string, string][] => [
      [`papers.${index}.title`, `Title of paper ${index + 1}`],
      [`papers.${index}.pages.first`, `First page of paper ${index + 1}`],
      [`papers.${index}.pages.last`, `Last page of paper ${index + 1}`],
      [`papers.${index}.link`, `Link to paper ${index + 1}`],
    ]).flat(),
  ),
};

/** The number of rows for papers: those there are, and one more. */
export const paperRows = (papers: unknown): number => (Array.isArray(papers) ? papers.length : 0) + 1;
