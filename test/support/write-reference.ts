import 'reflect-metadata';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { queriesReviewed } from './queries-page.js';
import { referencePages, withFloors } from './reference.js';

const directory = fileURLToPath(new URL('../../docs/reference/', import.meta.url));
mkdirSync(directory, { recursive: true });
for (const [name, text] of Object.entries(referencePages())) writeFileSync(`${directory}${name}`, text);
writeFileSync(`${directory}queries.md`, (await queriesReviewed()).page);

const architecture = fileURLToPath(new URL('../../docs/architecture.md', import.meta.url));
writeFileSync(architecture, withFloors(readFileSync(architecture, 'utf8')));
