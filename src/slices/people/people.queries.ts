/** The queries that other rooms may ask of this slice. */
export { Credentials, type Refused } from './sign-in/credentials.js';
export { Identity, OPERATOR } from './sign-in/identity.js';
export { beginSession, endSession, isPage, sessionOf } from './sign-in/session-cookie.js';
export { applyErasures } from './subjects/erasures.js';
export { KeyFile, KEYS_FILE } from './subjects/key-file.js';
export { SubjectErasedFault, SubjectKeys } from './subjects/subject-keys.js';
export { Vault, VAULT_FILE } from './vault/vault.js';
export { ListPrincipals } from './views/principals.query.js';
