import { bodyRegister } from './body-register/body-register.projection.js';
import { pathfinderGates } from './pathfinders/pathfinder-gates.projection.js';

/** Every read model of the slice. */
export const bodiesProjections = [bodyRegister, pathfinderGates] as const;
