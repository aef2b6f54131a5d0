/** An item that stands on every agenda of a body. */
export interface StandingItem {
  /** Its id on each agenda. */
  readonly itemId: string;
  /** Its title on each agenda. */
  readonly title: string;
  /** The request to the meeting, as the agenda words it. */
  readonly asked?: string;
  /** Indicative minutes. */
  readonly minutes?: number;
  /** The minutes that wait for approval: an item for each of them, and none where none waits. */
  readonly brings?: 'minutes';
}

/** The standing items and the first day on which meetings have them. */
export interface DatedItems {
  /** First day, `yyyy-mm-dd`; the items before hold until the day before. */
  readonly from: string;
  /** In their order; none where the body has no standing items any more. */
  readonly items: readonly StandingItem[];
}
