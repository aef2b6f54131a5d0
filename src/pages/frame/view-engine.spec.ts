import { describe, expect, it } from '@jest/globals';
import nunjucks from 'nunjucks';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createViewEngine } from './view-engine.js';

const SRC = fileURLToPath(new URL('../', import.meta.url));
const templates = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.njk'))
  .map((name) => name.replaceAll('\\', '/').replace(/^frame\/templates\//, ''));

/** One that did not compile would be found only when somebody asks for its page. */
describe('a template', () => {
  const engine = createViewEngine();

  it.each(templates)('%s compiles', (name) => {
    const template: nunjucks.Template = engine.getTemplate(name, true);
    expect(template).toBeInstanceOf(nunjucks.Template);
  });
});
