/** The words, shapes and pure rules of this slice that other rooms may import. */
export { isSealed } from './subjects/sealing.js';
