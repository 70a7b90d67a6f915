// Writes plans with the program and opens them in a real Chromium.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const need = (name) => {
  if (!process.env[name]) throw new Error(`${name} is not set: start the tests with run.sh`);
  return process.env[name];
};
const program = need('FTSPEC');
const root = fileURLToPath(new URL('../..', import.meta.url));
const home = mkdtempSync(path.join(tmpdir(), 'ftspec-plan-'));
process.on('exit', () => rmSync(home, { recursive: true, force: true }));

export const shots = need('SHOTS');
export const TODAY = '2026-11-29';

/** A page of a spec: its source as the program was given it, its language, where it was written. */
export function write(spec, lang, ...more) {
  const args = ['plan', spec, '--format', 'html', '--lang', lang, '--today', TODAY, ...more];
  const run = spawnSync(program, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (run.status !== 0) throw new Error(`${args.join(' ')} ended with ${run.status}: ${run.stderr}`);
  const name = path.basename(spec, '.ftspec');
  const file = path.join(home, `${name}.${lang}.html`);
  writeFileSync(file, run.stdout);
  return { name, lang, spec, file, url: pathToFileURL(file).href, html: run.stdout };
}

/** A spec of a test's own. */
export function spec(name, text) {
  const file = path.join(home, `${name}.ftspec`);
  writeFileSync(file, text);
  return file;
}

/** The example of a name. */
export const example = (name) => ['examples', 'examples/flawed'].map((folder) => `${folder}/${name}.ftspec`)
  .find((file) => examples().includes(file));

/** Every example, as a path from the root. */
export function examples() {
  return ['examples', 'examples/flawed'].flatMap((folder) => readdirSync(path.join(root, folder))
    .filter((file) => file.endsWith('.ftspec')).map((file) => `${folder}/${file}`));
}

export const rooted = (file) => path.resolve(root, file);

export const start = () => chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update',
    '--disable-sync', '--disable-dev-shm-usage'],
});

export const DESK = { viewport: { width: 1280, height: 900 } };
export const PHONE = { viewport: { width: 360, height: 780 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

/** An opened page, with what it asked the network for and what its console said. */
export async function open(browser, plan, options = DESK) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.requests = [];
  page.said = [];
  page.on('request', (request) => page.requests.push(request.url()));
  page.on('console', (message) => page.said.push(message.text()));
  page.on('pageerror', (error) => page.said.push(String(error)));
  await page.goto(plan.url);
  return page;
}

export const close = (page) => page.context().close();
