// Starts a real VS Code (code-server) with a packed extension and drives it with Chromium.
//
//   const vs = await VSCode.start({ settings, files });
//   await vs.open('demo.ftspec'); ...; await vs.stop();
//
// Everything runs on 127.0.0.1 on a free port, with its own home, data, extension and browser folders.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, mkdirSync, writeFileSync, readFileSync, rmSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { format } from 'node:util';
import { chromium } from 'playwright-core';

const CHROMIUM_ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--disable-dev-shm-usage', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'];

const SETTINGS = { // a quiet workbench: no trust prompt, no welcome, no network features, no AI panel
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'editor.lightbulb.enabled': 'on',
  'editor.minimap.enabled': false,
  'files.autoSave': 'off',
};

const need = (name) => {
  if (!process.env[name]) throw new Error(`${name} is not set: start the tests with run.sh`);
  return process.env[name];
};

/** What run.sh says about where things are. */
export const places = () => ({
  node: need('VSCODE_NODE'), codeServer: need('CODE_SERVER'), extension: need('EXTENSION'), vsix: need('VSIX'),
  ftspec: need('FTSPEC'), checked: need('CHECKED'), shots: need('SHOTS'),
});

/** A browser without a VS Code. */
export const browser = () => chromium.launch({ executablePath: '/usr/bin/chromium', headless: true, args: CHROMIUM_ARGS });

/** Takes a picture for the README: into target/, and with UPDATE=1 into docs/images. */
export async function keep(what, name) {
  const folder = path.join(places().extension, '../../', process.env.UPDATE ? 'docs/images' : 'target/pictures');
  mkdirSync(folder, { recursive: true });
  await new Promise((r) => setTimeout(r, 500)); // what fades in is there by then
  await what.screenshot({ path: path.join(folder, name) });
}

/** The search path without any ftspec that is installed on this machine. */
const pathWithoutProgram = (node) => [path.dirname(node), ...process.env.PATH.split(':')]
  .filter((entry) => entry && !existsSync(path.join(entry, 'ftspec'))).join(':');

export class VSCode {
  /** Options: files (name to text), workspace (which of them is the .code-workspace to open; else their folder is opened),
   *  settings (of the machine), user (settings of the user), trust (whether it is asked for), env, prepare (called with
   *  the folder before the start), tests (entry of a suite for the extension host). */
  static async start(options) {
    const vs = new VSCode();
    const o = { ...places(), ...options };
    if (o.tests) o.vsix = undefined; // the extension is loaded from its folder then
    try { await vs.launch(o); } catch (e) { await vs.stop(); throw e; }
    return vs;
  }

  async launch(o) {
    const vs = this;
    vs.root = mkdtempSync(path.join(tmpdir(), 'vscode-e2e-'));
    for (const d of ['data/User', 'data/Machine', 'ext', 'browser', 'work']) mkdirSync(path.join(vs.root, d), { recursive: true });
    vs.work = path.join(vs.root, 'work');
    vs.shots = o.shots;
    if (o.shots) mkdirSync(o.shots, { recursive: true });
    writeFileSync(path.join(vs.root, 'data/User/settings.json'), JSON.stringify({ ...SETTINGS, 'security.workspace.trust.enabled': o.trust ?? false, ...o.user }, null, 1));
    // The window is a remote one: settings of scope machine or machine-overridable (a server's path)
    // are read from Machine/settings.json; in User/settings.json they are ignored without a word.
    writeFileSync(path.join(vs.root, 'data/Machine/settings.json'), JSON.stringify(o.settings ?? {}, null, 1));
    writeFileSync(path.join(vs.root, 'config.yaml'), 'auth: none\n');
    for (const [name, text] of Object.entries(o.files ?? {})) {
      mkdirSync(path.dirname(path.join(vs.work, name)), { recursive: true });
      writeFileSync(path.join(vs.work, name), text);
    }
    await o.prepare?.(vs.work);
    const common = [path.join(o.codeServer, 'out/node/entry.js'),
      '--config', path.join(vs.root, 'config.yaml'),
      '--user-data-dir', path.join(vs.root, 'data'), '--extensions-dir', path.join(vs.root, 'ext')];
    const env = { ...process.env, HOME: vs.root, XDG_CONFIG_HOME: path.join(vs.root, 'config'),
      XDG_DATA_HOME: path.join(vs.root, 'share'),
      EXTENSIONS_GALLERY: '{"serviceUrl":""}', // no marketplace look-ups
      PATH: pathWithoutProgram(o.node), ...o.env };
    delete env.CARGO_HOME;
    if (o.vsix) vs.install(o, common, env);

    vs.log = '';
    vs.proc = spawn(o.node, [...common, '--auth', 'none', '--bind-addr', '127.0.0.1:0', '--disable-telemetry',
      '--disable-update-check', ...(o.trust ? [] : ['--disable-workspace-trust']), '--disable-getting-started-override', '--ignore-last-opened',
      // a built VS Code honours extensionTestsPath only with its smoke test driver on
      ...(o.tests ? ['--vscode-option', 'enable-smoke-test-driver'] : [])],
    { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    vs.url = await new Promise((resolve, reject) => {
      const onData = (b) => {
        vs.log += b;
        const m = /HTTP server listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(vs.log);
        if (m) resolve(m[1]);
      };
      vs.proc.stdout.on('data', onData);
      vs.proc.stderr.on('data', onData);
      vs.proc.on('exit', (c) => reject(new Error(`code-server ended with ${c}:\n${vs.log}`)));
      setTimeout(() => reject(new Error(`code-server did not start:\n${vs.log}`)), 30000).unref();
    });
    vs.browser = await chromium.launchPersistentContext(path.join(vs.root, 'browser'), {
      executablePath: o.chromium ?? '/usr/bin/chromium', headless: true, args: CHROMIUM_ARGS,
      viewport: o.viewport ?? { width: 1280, height: 800 }, deviceScaleFactor: o.scale ?? 1, permissions: ['clipboard-read', 'clipboard-write'],
    });
    vs.page = vs.browser.pages()[0] ?? await vs.browser.newPage();
    vs.page.setDefaultTimeout(o.timeout ?? 30000);
    vs.consoleErrors = [];
    vs.page.on('console', (m) => { if (m.type() === 'error') vs.consoleErrors.push(m.text()); });
    const query = new URLSearchParams(o.workspace ? { workspace: path.join(vs.work, o.workspace) } : { folder: vs.work });
    if (o.tests) { // run a test suite inside the extension host: see extension-host.mjs
      const remote = (p) => `vscode-remote://${new URL(vs.url).host}${p}`;
      query.set('payload', JSON.stringify([['extensionDevelopmentPath', remote(o.extension)], ['extensionTestsPath', remote(o.tests)]]));
      vs.testResult = new Promise((resolve) => { vs.finish = resolve; });
      await vs.page.exposeFunction('codeAutomationExit', (code) => vs.finish(code));
      await vs.page.exposeFunction('codeAutomationLog', (_type, args) => { // the workbench logs here too
        const line = format(...args);
        if (line.startsWith('[test]')) console.log(line.slice('[test]'.length));
      });
    }
    await vs.page.goto(`${vs.url}/?${query}`);
    await vs.page.locator('.monaco-workbench .part.statusbar').waitFor();
  }

  install(o, common, env) {
    const r = spawnSync(o.node, [...common, '--install-extension', o.vsix], { env, encoding: 'utf8' });
    if (r.status !== 0) throw new Error(`install of ${o.vsix} failed:\n${r.stdout}${r.stderr}`);
  }

  /** Waits until something is so. */
  async until(what, look, patience = 15_000) {
    for (const end = Date.now() + patience; Date.now() < end; await new Promise((r) => setTimeout(r, 50))) {
      if (await look().catch(() => false)) return;
    }
    throw new Error(`waited in vain for ${what}`);
  }

  /** Presses a key until what it opens shows: a key pressed while focus moves is lost. */
  async press(key, opens, { focusEditor = false, close = true } = {}) {
    for (let i = 0; ; i++) {
      if (focusEditor) await this.page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
      await this.page.keyboard.press(key);
      try { await opens.first().waitFor({ timeout: 3000 }); return; } catch (e) { if (i === 4) throw e; }
      if (close) await this.page.keyboard.press('Escape');
    }
  }

  /** Runs a command by its palette title. */
  async command(title) { await this.pick('F1', `>${title}`, title); }

  /** Opens a file of the workspace by quick open and waits for its editor. */
  async open(name) {
    await this.pick('Control+P', path.join(this.work, name), path.basename(name)); // an absolute path needs no search index
    await this.page.locator(`.editor-instance .monaco-editor[data-uri$="${encodeURI(name)}"] .view-line`).first().waitFor();
  }

  /** Opens a list by a key, types into it, and takes the row that then stands out; again where the list was late. */
  async pick(key, words, row) {
    const input = this.page.locator('.quick-input-widget input');
    const wanted = this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: row }).first();
    for (let i = 0; ; i++) {
      await this.press(key, input);
      await input.fill(words);
      try { await wanted.waitFor({ timeout: 6000 }); break; } catch (e) { if (i === 4) throw e; }
      await this.page.keyboard.press('Escape');
    }
    await this.page.keyboard.press('Enter');
  }

  /** Puts the keyboard into the editor of a file that is open. */
  async focus(name) {
    await this.page.locator('.tab', { hasText: name }).first().click();
    await this.page.mouse.move(700, 785); // or the tab's tooltip covers the text
    await this.page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
  }

  /** Puts the cursor behind the first occurrence of some words. */
  async find(words) {
    const text = await this.page.locator('.editor-instance .monaco-editor.focused').first().getAttribute('data-uri');
    const lines = (await this.read(path.basename(decodeURI(text)))).split('\n');
    const at = lines.findIndex((one) => one.includes(words));
    await this.goto(at + 1, lines[at].indexOf(words) + words.length + 1);
  }

  /** Puts the cursor at a 1-based line and column with the Go to Line box. */
  async goto(line, column) {
    const input = this.page.locator('.quick-input-widget input');
    await this.press('Control+G', input);
    await input.fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await this.page.locator('#status\\.editor\\.selection', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
    await this.page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
  }

  /** Lines of the focused file's editor as shown (no-break spaces made plain). */
  async shownLines() {
    const lines = await this.page.locator('.editor-instance .view-lines .view-line').evaluateAll((els) =>
      els.map((e) => [parseFloat(e.style.top), e.textContent]).sort((a, b) => a[0] - b[0]).map((x) => x[1]));
    return lines.map((l) => l.replace(/\u00a0/g, ' '));
  }

  async read(name) { return readFileSync(path.join(this.work, name), 'utf8'); }

  async shot(name) {
    await new Promise((r) => setTimeout(r, 250)); // what fades in is there by then
    await this.page.screenshot({ path: path.join(this.shots, `${name}.png`) });
  }

  /** Text of the extension host's and output channels' logs, for failure reports. */
  logs() {
    const out = [];
    const walk = (d) => { for (const e of readdirSync(d, { withFileTypes: true })) {
      const p = path.join(d, e.name);
      if (e.isDirectory()) walk(p); else if (/exthost|ftspec|remoteagent/.test(p)) out.push(`== ${p}\n${readFileSync(p, 'utf8').slice(-4000)}`);
    } };
    try { walk(path.join(this.root, 'data/logs')); } catch { /* none yet */ }
    return out.join('\n');
  }

  async stop() {
    await this.browser?.close();
    if (this.proc && this.proc.exitCode === null) {
      const gone = new Promise((r) => this.proc.once('exit', r));
      try { process.kill(-this.proc.pid, 'SIGTERM'); } catch { /* already gone */ }
      await Promise.race([gone, new Promise((r) => setTimeout(r, 5000))]);
      try { process.kill(-this.proc.pid, 'SIGKILL'); } catch { /* already gone */ }
    }
    rmSync(this.root, { recursive: true, force: true, maxRetries: 5 });
  }
}
