/** The words, shapes and pure rules of this slice that other rooms may import. */
export { applyErasures } from './subjects/erasures.js';
export { isSealed } from './subjects/sealing.js';
export { type Sealed, SubjectErasedFault, SubjectKeys } from './subjects/subject-keys.js';
export { principalRegister, type PrincipalRow } from './views/principal-register.projection.js';
