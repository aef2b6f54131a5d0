import nunjucks from 'nunjucks';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { VERSION } from '../../config/version.js';
import { assetAddresses } from './assets/assets.js';
import { type PageProblem } from './page-problem.js';
import { count, daysFromNow, when } from '../../kernel/words.js';

const require = createRequire(import.meta.url);
const packageOf = (file: string): string => dirname(require.resolve(file));

/** The folders of templates: every page's own, the frame's, and the packages' components. */
const PLACES = [
  fileURLToPath(new URL('../', import.meta.url)),
  fileURLToPath(new URL('./templates/', import.meta.url)),
  join(packageOf('govuk-frontend/package.json'), 'dist'),
  packageOf('@ministryofjustice/frontend/package.json'),
];

/** Nunjucks as the pages use it: everything escaped, an undefined variable a fault, the packages' macros by their own names. */
export function createViewEngine(): nunjucks.Environment {
  const engine = new nunjucks.Environment(new nunjucks.FileSystemLoader(PLACES), {
    autoescape: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  engine.addGlobal('asset', assetAddresses());
  engine.addGlobal('problemAt', problemAt);
  engine.addGlobal('version', VERSION);
  engine.addFilter('when', when);
  // The Ministry of Justice's timeline component calls the filter `date`.
  engine.addFilter('date', (value: string) => when(value));
  engine.addFilter('daysFromNow', daysFromNow);
  engine.addFilter('count', count);
  return engine;
}

/** The problem of one field, as a component's `errorMessage` takes it; `undefined` if the field has none. */
const problemAt = (problems: readonly PageProblem[], field: string): { readonly text: string } | undefined =>
  problems.find(({ href }) => href === `#${field}`);
