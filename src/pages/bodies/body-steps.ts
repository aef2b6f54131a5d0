import { FillSeat } from '../../slices/bodies/bodies.commands.js';
import { type BodyView } from '../../slices/bodies/bodies.words.js';
import { type Step, type Steps } from '../frame/steps/step.js';

/** The data from which the form for a vacant seat is made. */
interface SeatsAt {
  readonly vacancies: BodyView['vacancies'];
  readonly today: string;
}

export const FILL_SEAT: Step<SeatsAt> = {
  command: FillSeat,
  name: 'Fill a vacant seat',
  button: 'Fill the seat',
  done: 'The seat is filled.',
  parts: ({ vacancies }) => [
    { id: 'seatId', as: 'choice', label: 'Seat', choices: vacancies.map(({ seatId, label }) => ({ value: seatId, text: label })) },
    { id: 'holder.name', as: 'line', label: 'Name', hint: 'As the minute is to have it, such as Councillor J. Brown' },
    {
      id: 'holder.personId',
      as: 'line',
      label: 'Short name',
      hint: 'Small letters and hyphens, such as j-brown: the same each time this person is named',
      short: true,
    },
    { id: 'from', as: 'date', label: 'First day' },
  ],
  start: ({ today }) => ({ from: today }),
  offered: ({ vacancies }) => vacancies.length > 0,
};

export const BODY_STEPS: Steps<SeatsAt> = { 'fill-seat': FILL_SEAT };
