import { writeFileSync } from 'node:fs';
import { declaredEvents } from './declared-events.js';
import { changedShapes, keptShapes, printed, shapesFile, withDeclared } from './kept-shapes.js';

/** `npm run shapes`: keeps the shapes of all events as they are declared; a stored shape is never replaced by one that cannot read it. */
const kept = keptShapes();
const changed = changedShapes(declaredEvents(), kept);
const refused = changed.filter(({ acceptable }) => !acceptable);
if (refused.length > 0) {
  for (const { event, what } of refused) process.stderr.write(`${event}: ${what}\n`);
  process.stderr.write('Nothing was written.\n');
  process.exitCode = 1;
} else {
  writeFileSync(shapesFile, printed(withDeclared(declaredEvents(), kept)));
  for (const { event } of changed) process.stdout.write(`kept: ${event}\n`);
}
