/** The queries that other rooms may ask of this slice. */
export { SpellingsApart, SpellingsOf } from './spellings.query.js';
