/** The queries that other rooms may ask of this slice. */
export {
  ListRemits,
  RemitAsAt,
  RemitRevision,
  type RemitsArising,
  type RemitStory,
  RemitsFor,
} from './views/remit-register/remit-register.query.js';
