/** What other rooms may ask of this one. */
export { POLICIES_FILE } from './policy-checkpoints.js';
