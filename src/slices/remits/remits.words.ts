/** The words, shapes and pure rules of this slice that other rooms may import. */
export { refuseRemit } from './remit.refusals.js';
export { remitTold } from './remit.sentences.js';
export { type RemitStanding } from './remit.state.js';
export { ALLOWED as REMIT_STEPS_ALLOWED } from './remit.steps.js';
export { remitsText } from './views/remit-register/remits-text.js';
export { type RemitView } from './views/remit-register/remit-view.js';
