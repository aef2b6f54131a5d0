/** The words, shapes and pure rules of this slice that other rooms may import. */
export { refuseRequisition } from './requisition.refusals.js';
export { requisitionTold } from './requisition.sentences.js';
export { requisitionsText } from './views/requisition-register/requisitions-text.js';
export { type RequisitionView } from './views/requisition-register/requisition-view.js';
