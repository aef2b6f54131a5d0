/** The look of a part of a picture: always a pattern beside the colour, so that parts can be told apart without colours, and in print. */
export type Look = 'solid' | 'hatched' | 'dotted' | 'light';

export interface Series {
  readonly name: string;
  readonly look: Look;
  /** One value for each category, whole and not negative. */
  readonly values: readonly number[];
}

export interface Category {
  /** The category's name in the table. */
  readonly label: string;
  /** A shorter name for the picture, if there is one; its lines stand below one another. */
  readonly short?: readonly string[];
}

/** The data of a picture and of the table behind it. */
export interface ChartData {
  /** An id that is unique on the page. */
  readonly id: string;
  readonly title: string;
  /** A sentence that tells what the picture shows, for people who do not see it. */
  readonly description: string;
  readonly categoryTitle: string;
  readonly categories: readonly Category[];
  readonly series: readonly Series[];
  /** A line across each column, such as the number needed; `null` for a column without one. */
  readonly mark?: { readonly name: string; readonly values: readonly (number | null)[] };
}

export interface Chart {
  readonly id: string;
  readonly title: string;
  readonly svg: string;
  readonly head: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
}

/** A picture with the table of its numbers. */
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
