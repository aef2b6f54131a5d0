/**
 * How the minutes of a body look and read: the words and the layout that its own minutes have had for years, so that the record prints as
 * they do. A style says nothing of what was decided; the record is the same under every one.
 */

/** Ready sets to begin from. */
export const STYLE_SETS = ['partnership', 'scottish-council', 'joint-board', 'community-council'] as const;
export type StyleSet = (typeof STYLE_SETS)[number];

export const OPENINGS = ['minute-of-meeting', 'minutes-of-the-meeting'] as const;
export const HEADINGS = ['above', 'margin', 'none'] as const;
export const VERBS = ['capitals', 'as-typed'] as const;
export const LABELS = ['(a)', 'a)', 'a.'] as const;
export const NUMBERINGS = ['as-taken', 'agenda', 'roman'] as const;
export const CONTINUES = ['each-meeting', 'from-january', 'from-april', 'from-may', 'from-august'] as const;
export const TIMES = ['2.00pm-and-p.m.', '2.00pm', '2.00 p.m.', '14:00'] as const;
export const SEDERUNTS = ['prose', 'column'] as const;
export const ORDERS = ['as-recorded', 'office-bearers-first'] as const;
export const ACTIONS = ['below', 'column', 'none'] as const;

export interface MinuteStyle {
  /** The ready set that the style began from. */
  readonly set: StyleSet;
  /** `MINUTE of MEETING of the BOARD held ...`, or `Minutes of the meeting of the Board held ...`. */
  readonly opening: (typeof OPENINGS)[number];
  /** Where the headings of decisions, votes and notes stand: above them, in the margin, or nowhere. */
  readonly headings: (typeof HEADINGS)[number];
  /** The words before every decision, such as `The Council resolved:-`; absent where a decision begins with its own verb. */
  readonly lead?: string;
  /** Whether a decision's verb is put into capitals or stands as it was typed; the registers know the verb either way. */
  readonly verbs: (typeof VERBS)[number];
  /** How the label of a decision's part is printed. */
  readonly labels: (typeof LABELS)[number];
  /** The number of an item: one after the other as they are taken, in Arabic or Roman figures, or the number that it has on the agenda. */
  readonly numbering: (typeof NUMBERINGS)[number];
  /** Whether the numbers go on from the meeting before, and with the first meeting of which month they begin anew; absent where each meeting begins with 1. */
  readonly continues?: Exclude<(typeof CONTINUES)[number], 'each-meeting'>;
  /** How a time of day is printed. `2.00pm-and-p.m.`: the opening has `2.00pm` and everything after it `4.15 p.m.` */
  readonly times: (typeof TIMES)[number];
  /** What the person presiding is called: Chair, Convener, Preses, Chairman. */
  readonly chair: string;
  /** The sederunt as running text, or a line for each person. */
  readonly sederunt: (typeof SEDERUNTS)[number];
  /** The order of the sederunt: as it was recorded, or the chair and the vice-chair first and then the roll. */
  readonly order: (typeof ORDERS)[number];
  /**
   * Where an action agreed in discussion stands: below what it comes from, in a column beside it, or nowhere in the minute. Absent in a style
   * chosen before it was asked, which has it as its set has: see {@link styleOfActions}.
   */
  readonly actions?: (typeof ACTIONS)[number];
}

/** A style and the first day on which meetings have it. */
export interface DatedStyle extends MinuteStyle {
  /** First day, `yyyy-mm-dd`; the style before holds until the day before. */
  readonly from: string;
}

/** The ready sets. `partnership` is the style of a body that has chosen none. */
export const READY: Readonly<Record<StyleSet, MinuteStyle & Required<Pick<MinuteStyle, 'actions'>>>> = {
  partnership: {
    set: 'partnership',
    opening: 'minute-of-meeting',
    headings: 'above',
    verbs: 'capitals',
    labels: '(a)',
    numbering: 'as-taken',
    times: '2.00pm-and-p.m.',
    chair: 'Chairman',
    sederunt: 'prose',
    order: 'as-recorded',
    actions: 'below',
  },
  'scottish-council': {
    set: 'scottish-council',
    opening: 'minute-of-meeting',
    headings: 'none',
    lead: 'The Council resolved:-',
    verbs: 'as-typed',
    labels: '(a)',
    numbering: 'as-taken',
    times: '2.00 p.m.',
    chair: 'Convener',
    sederunt: 'prose',
    order: 'office-bearers-first',
    actions: 'none',
  },
  'joint-board': {
    set: 'joint-board',
    opening: 'minutes-of-the-meeting',
    headings: 'margin',
    lead: 'The Board resolved:-',
    verbs: 'as-typed',
    labels: '(a)',
    numbering: 'agenda',
    times: '14:00',
    chair: 'Chair',
    sederunt: 'column',
    order: 'office-bearers-first',
    actions: 'below',
  },
  'community-council': {
    set: 'community-council',
    opening: 'minutes-of-the-meeting',
    headings: 'none',
    verbs: 'as-typed',
    labels: '(a)',
    numbering: 'agenda',
    times: '2.00pm',
    chair: 'Chair',
    sederunt: 'prose',
    order: 'as-recorded',
    actions: 'column',
  },
};

/** Where the minute has actions agreed in discussion. */
export const styleOfActions = ({ set, actions }: MinuteStyle): (typeof ACTIONS)[number] => actions ?? READY[set].actions;

export const sameStyle = (one: MinuteStyle, other: MinuteStyle): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)] as (keyof MinuteStyle)[])].every((field) => one[field] === other[field]);

/** What somebody may say of a style beside its set; what is not said is the set's. `lead`: empty for none. */
export type StyleSaid = { readonly set: StyleSet } & Partial<Omit<MinuteStyle, 'set' | 'continues'>> & {
    readonly continues?: (typeof CONTINUES)[number];
  };

/** A ready set with what was said otherwise. */
export function styleOf({ lead, continues, ...said }: StyleSaid): MinuteStyle {
  const { lead: own, ...ready } = READY[said.set];
  const words = (lead ?? own ?? '').trim();
  const goesOn = continues === undefined || continues === 'each-meeting' ? {} : { continues };
  return { ...ready, ...said, ...goesOn, ...(words === '' ? {} : { lead: words }) };
}

const FIRST_MONTHS = { 'from-january': '01', 'from-april': '04', 'from-may': '05', 'from-august': '08' } as const;

/** The first day of the year or session in which numbers go on, for a meeting on `date`; `null` where each meeting begins with 1. */
export function numbersBegin({ continues }: Pick<MinuteStyle, 'continues'>, date: string): string | null {
  if (continues === undefined) return null;
  const year = Number(date.slice(0, 4));
  const month = FIRST_MONTHS[continues];
  return `${date.slice(5, 7) < month ? year - 1 : year}-${month}-01`;
}
