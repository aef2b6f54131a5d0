/** The words, shapes and pure rules of this slice that other rooms may import. */
export { refuseDirection } from './direction.refusals.js';
export { directionTold } from './direction.sentences.js';
export { type DirectionStatus } from './direction.state.js';
export { GAPS, LOG_STATUSES, type LogStatus } from './direction-flags.js';
export { type DirectionStory, type DirectionView } from './views/direction-register/direction-view.js';
export { type DirectionLog, logCsv, logText } from './views/log/log-text.js';
export { type Performance, performanceText } from './views/performance/performance.js';
