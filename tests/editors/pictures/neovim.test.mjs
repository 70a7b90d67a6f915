// The picture of Neovim: a real one, in a terminal, drawn as it is seen.
import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { browser, keep, places } from '../vscode/harness.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.join(here, '../../..');
const [COLUMNS, ROWS] = [112, 36];

describe('the picture of Neovim', { timeout: 120_000 }, () => {
  let home, chromium;
  before(async () => {
    home = mkdtempSync(path.join(tmpdir(), 'neovim-picture-'));
    for (const folder of ['bin', 'refunds', 'state', 'data/nvim/site/parser']) mkdirSync(path.join(home, folder), { recursive: true });
    symlinkSync(places().ftspec, path.join(home, 'bin/ftspec'));
    cpSync(path.join(here, 'plan.ftspec'), path.join(home, 'refunds/refunds.ftspec'));
    writeFileSync(path.join(home, 'refunds/ftspec.toml'), '');
    const source = path.join(root, 'grammar/tree-sitter/src');
    execFileSync('cc', ['-shared', '-fPIC', '-O2', '-I', source, path.join(source, 'parser.c'), '-o', path.join(home, 'data/nvim/site/parser/ftspec.so')]);
    chromium = await browser();
  });
  after(async () => {
    await chromium?.close();
    rmSync(home, { recursive: true, force: true });
  });

  test('shows findings, remarks and the verdict', async () => {
    const bytes = path.join(home, 'written');
    const nvim = [process.env.NVIM ?? path.join(root, 'target/neovim/bin/nvim'), '--clean', '-n',
      '--cmd', `set runtimepath^=${path.join(root, 'editors/neovim')}`, '-u', path.join(here, 'neovim.lua'), 'refunds.ftspec'];
    const keys = '18G';
    execFileSync('python3', [path.join(here, 'terminal.py'), COLUMNS, ROWS, bytes, 60, keys, ...nvim].map(String), {
      cwd: path.join(home, 'refunds'),
      env: {
        PATH: `${path.join(home, 'bin')}:${process.env.PATH}`, HOME: home, LANG: 'C.UTF-8', TERM: 'xterm-256color', COLORTERM: 'truecolor',
        XDG_STATE_HOME: path.join(home, 'state'), XDG_DATA_HOME: path.join(home, 'data'), FTSPEC_TODAY: '2026-11-21',
      },
    });
    const page = await chromium.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1.25 });
    const xterm = path.join(places().codeServer, 'lib/vscode/node_modules/@xterm/xterm');
    await page.setContent('<body style="margin:0;background:#14161b"><div id="screen" style="display:inline-block;padding:14px 16px"></div>');
    await page.addStyleTag({ path: path.join(xterm, 'css/xterm.css') });
    await page.addScriptTag({ path: path.join(xterm, 'lib/xterm.js') });
    const text = await page.evaluate(async ([columns, rows, written]) => {
      const terminal = new globalThis.Terminal({
        cols: columns, rows, fontSize: 13, fontFamily: 'DejaVu Sans Mono, monospace', lineHeight: 1.1, allowProposedApi: true,
        theme: { background: '#14161b', foreground: '#e0e2ea' }, scrollback: 0, cursorBlink: false,
      });
      terminal.open(document.getElementById('screen'));
      await new Promise((done) => { terminal.write(Uint8Array.from(atob(written), (c) => c.charCodeAt(0)), done); });
      await new Promise((done) => { setTimeout(done, 300); });
      const lines = [];
      for (let row = 0; row < rows; row += 1) lines.push(terminal.buffer.active.getLine(row)?.translateToString(true) ?? '');
      return lines.join('\n');
    }, [COLUMNS, ROWS, readFileSync(bytes).toString('base64')]);
    for (const words of ['to mend', '71% → 90%', 'facts are to be learnt']) assert.ok(text.includes(words), `“${words}” in\n${text}`);
    await keep(page.locator('#screen'), 'neovim.png');
  });
});
