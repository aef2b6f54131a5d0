/** The queries that other rooms may ask of this slice. */
export { DirectionAsAt, DirectionsRevision, type Reader } from './views/direction-register/direction-register.query.js';
export { DirectionFormAsAt } from './views/direction/direction-form.query.js';
export { DirectionLogAsAt } from './views/log/direction-log.query.js';
export { DirectionPerformance } from './views/performance/performance.query.js';
