/** A problem as the summary at the top of a page lists it; `href` leads to the field. */
export interface PageProblem {
  readonly text: string;
  readonly href?: string;
}
