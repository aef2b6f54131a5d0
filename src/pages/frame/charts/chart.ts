/** How a part of a picture looks: always a pattern beside the colour, so that it can be told without seeing colours, and in print. */
export type Look = 'solid' | 'hatched' | 'dotted' | 'light';

export interface Series {
  readonly name: string;
  readonly look: Look;
  /** One for each category, whole and not negative. */
  readonly values: readonly number[];
}

export interface Category {
  /** As the table names it. */
  readonly label: string;
  /** As the picture names it, below one another, where that is shorter. */
  readonly short?: readonly string[];
}

/** What a picture shows, and what the table behind it says. */
export interface ChartData {
  /** Unique on its page. */
  readonly id: string;
  readonly title: string;
  /** What is to be seen, in a sentence, for whoever does not see it. */
  readonly description: string;
  readonly categoryTitle: string;
  readonly categories: readonly Category[];
  readonly series: readonly Series[];
  /** A line across each column, such as how many are needed; `null` where there is none. */
  readonly mark?: { readonly name: string; readonly values: readonly (number | null)[] };
}

export interface Chart {
  readonly id: string;
  readonly title: string;
  readonly svg: string;
  readonly head: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
}

/** The picture with its table: the same numbers, each to be read. */
export function chartOf(data: ChartData, picture: (data: ChartData) => string): Chart {
  const { id, title, categoryTitle, categories, series, mark } = data;
  return {
    id,
    title,
    svg: picture(data),
    head: [categoryTitle, ...series.map(({ name }) => name), ...(mark ? [mark.name] : [])],
    rows: categories.map(({ label }, index) => ({
      label,
      cells: [
        ...series.map(({ values }) => String(values[index] ?? 0)),
        ...(mark ? [mark.values[index] === null ? 'not known' : String(mark.values[index])] : []),
      ],
    })),
  };
}

export const totalOf = ({ series }: ChartData, index: number): number => series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0);
