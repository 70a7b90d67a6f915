// Puts together what the extension ships: one script, the grammar, the licences of what is inside.
import { build } from 'esbuild';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const root = path.resolve(here, '../..');
const inHere = (...parts) => path.join(here, ...parts);

const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: ['src/extension.ts'],
  bundle: true,
  outfile: 'dist/extension.js',
  external: ['vscode'],
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  minify: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
});

// The grammar has one home; here is a copy.
mkdirSync(inHere('syntaxes'), { recursive: true });
copyFileSync(path.join(root, 'grammar/textmate/ftspec.tmLanguage.json'), inHere('syntaxes/ftspec.tmLanguage.json'));

writeFileSync(
  inHere('LICENSE.txt'),
  'ftspec is licensed under the MIT licence or the Apache licence, version 2.0, as you choose.\n\n' +
    ['LICENSE-MIT', 'LICENSE-APACHE'].map((name) => readFileSync(path.join(root, name), 'utf8')).join(`\n${'-'.repeat(80)}\n\n`),
);

// Whose code is in the script, and under which licence.
const folders = new Set();
for (const file of Object.keys(metafile.inputs)) {
  const inside = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file);
  if (inside) folders.add(inside[1]);
}
const notices = [...folders].sort().map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(inHere(folder, 'package.json'), 'utf8'));
  const text = readdirSync(inHere(folder)).find((file) => /^(licen[cs]e|copying)/i.test(file));
  const words = text && existsSync(inHere(folder, text)) ? readFileSync(inHere(folder, text), 'utf8').trim() : `Licence: ${license}`;
  return `${name} ${version} (${license})\n\n${words}\n`;
});
writeFileSync(inHere('THIRD-PARTY.txt'), `This extension contains code of these projects.\n\n${notices.join(`\n${'-'.repeat(80)}\n\n`)}`);
