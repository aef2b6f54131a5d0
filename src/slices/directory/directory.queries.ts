export { type Spellings, SpellingsApart, SpellingsOf } from './spellings.query.js';
