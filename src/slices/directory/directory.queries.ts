/** What may be asked of this slice. */
export { SpellingsApart, SpellingsOf } from './spellings.query.js';
