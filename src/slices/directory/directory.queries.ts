/** The queries that other rooms may ask of this slice. */
export { CanonicalIds, PeopleMeant } from './people-meant.query.js';
export { type Spelled, SpelledAlike, spelledIn } from './spelled-alike.query.js';
export { SpellingsApart, SpellingsOf } from './spellings.query.js';
