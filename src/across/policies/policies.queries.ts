/** What other rooms may ask of this one. */
export { POLICIES } from './policies.js';
export { POLICIES_FILE } from './policy-checkpoints.js';
