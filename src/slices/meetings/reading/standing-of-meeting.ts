import { StandingOn } from '../../bodies/bodies.queries.js';
import { type Meeting } from '../record/meeting.state.js';

/** Asks what the bodies that meet have for a day, their rules, seats and offices: the body that called the meeting, and those that meet with it. */
export const standingOfMeeting = ({ bodyId, jointlyWith = [], date }: Meeting, day = date): StandingOn =>
  new StandingOn(
    bodyId,
    day,
    jointlyWith.map((one) => one.bodyId),
  );
