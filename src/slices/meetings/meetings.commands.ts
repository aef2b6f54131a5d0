export * from './agenda/agenda.commands.js';
export * from './sederunt/sederunt.commands.js';
export * from './motions/motions.commands.js';
export * from './decisions/decisions.commands.js';
export * from './minutes/minutes.commands.js';
