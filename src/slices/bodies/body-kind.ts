/** The kinds of body there are. */
export type BodyKind = 'board' | 'committee' | 'joint-board' | 'partnership' | 'team' | 'locality-group';
