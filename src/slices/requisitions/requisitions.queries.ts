/** The queries that other rooms may ask of this slice. */
export {
  ListRequisitions,
  RequisitionAsAt,
  RequisitionRevision,
  type RequisitionStory,
} from './views/requisition-register/requisition-register.query.js';
