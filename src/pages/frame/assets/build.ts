import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { compile } from 'sass';
import { ASSETS, MANIFEST } from './assets.js';

/**
 * Builds the assets that browsers fetch: the packages' own files and the style sheet, each under a name with its digest, and compressed.
 * Run as `node dist/pages/frame/assets/build.js`, after the compiler.
 */
const project = fileURLToPath(new URL('../../../../', import.meta.url));
const require = createRequire(import.meta.url);
const ours = (path: string): string => join(project, 'src', 'pages', 'frame', path);

const SCRIPTS: Readonly<Record<string, string>> = {
  'govuk-frontend.js': require.resolve('govuk-frontend/dist/govuk/govuk-frontend.min.js'),
  'htmx.js': require.resolve('htmx.org/dist/htmx.min.js'),
  'htmx-sse.js': require.resolve('htmx-ext-sse/dist/sse.min.js'),
};

const manifest: Record<string, string> = {};

async function keep(name: string, content: Buffer): Promise<void> {
  const digest = createHash('sha256').update(content).digest('hex').slice(0, 12);
  const hashed = name.replace(/(\.[a-z0-9]+)$/, `-${digest}$1`);
  manifest[name] = hashed;
  await writeFile(join(ASSETS, hashed), content);
  await writeFile(join(ASSETS, `${hashed}.br`), brotliCompressSync(content));
  await writeFile(join(ASSETS, `${hashed}.gz`), gzipSync(content, { level: 9 }));
}

await mkdir(ASSETS, { recursive: true });
const { css } = compile(ours('styles/quorate.scss'), { style: 'compressed', loadPaths: [project], quietDeps: true });
await keep('quorate.css', Buffer.from(css));
await keep('favicon.svg', await readFile(ours('images/favicon.svg')));
for (const [name, path] of Object.entries(SCRIPTS)) await keep(name, await readFile(path));
// An imported module must be named by the name under which it is kept.
for (const name of ['quorate.js', 'live-tab.js', 'live-drafts.js', 'live-keys.js', 'live-names.js', 'live-votes.js', 'live.js']) {
  const script = await readFile(ours(`scripts/${name}`), 'utf8');
  await keep(name, Buffer.from(script.replace(/'\.\/([\w.-]+\.js)'/g, (_all, other: string) => `'./${manifest[other]}'`)));
}
await writeFile(MANIFEST, JSON.stringify(manifest, null, 2));
// Files that no page names any more are removed.
const kept = new Set(Object.values(manifest).flatMap((name) => [name, `${name}.br`, `${name}.gz`]));
for (const name of await readdir(ASSETS)) if (!kept.has(name) && join(ASSETS, name) !== MANIFEST) await rm(join(ASSETS, name));
