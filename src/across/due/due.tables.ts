/** The tables of this room, for whoever builds or reads them. */
export { dueProjections } from './views/due-calendar/due-calendar.projection.js';
