/** What may be asked of this room. */
export { POLICIES } from './policies.js';
export { POLICIES_FILE } from './policy-checkpoints.js';
