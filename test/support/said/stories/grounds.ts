/** A decision of the board that stands in the record, named in every way there is. */
export const DECIDED = { meetingId: 'board/held', decisionId: 'decided', paragraph: '1', part: 'a' } as const;
/** The same, for commands that name its part beside it. */
export const DECISION = { meetingId: 'board/held', decisionId: 'decided' } as const;

const person = (personId: string) => ({ personId, name: `Councillor ${personId}` });
/** Who holds the seats of the board: the first is its chair. */
export const [ANN, BEA, CAL, DEE, EVE, FAY] = ['ann', 'bea', 'cal', 'dee', 'eve', 'fay'].map(person) as [
  Person,
  Person,
  Person,
  Person,
  Person,
  Person,
];
type Person = ReturnType<typeof person>;

/** Words of a deadline that is counted again when a holiday is recorded. */
export const COUNTED = 'within 20 working days';
