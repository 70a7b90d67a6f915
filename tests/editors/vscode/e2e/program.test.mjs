// No program, a program that is not trusted, one of another version, one that is something else.
import { afterEach, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { VSCode, places } from '../harness.mjs';

const PLAN = 'spec "Calm replies"\n\ngoal { kind: style, cause: behavior }\n';

/** A program in the folder that says another version, and is ftspec otherwise. */
const pretending = (version) => (folder) => {
  const file = path.join(folder, 'pretender', 'ftspec');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\n[ "$1" = --version ] && { echo '${version}'; exit; }\nexec '${places().ftspec}' "$@"\n`);
  chmodSync(file, 0o755);
};

describe('the program', { timeout: 240_000 }, () => {
  let vs;
  const toast = (words) => vs.page.locator('.notification-toast', { hasText: words });
  const item = (words) => vs.page.locator(`.statusbar-item[aria-label^="ftspec: ${words}"]`);
  afterEach(async (t) => {
    if (t.error || t.passed === false) { await vs?.shot(`failed-${t.name.replace(/\W+/g, '-')}`); console.error(vs?.logs()); }
    await vs?.stop();
    vs = undefined;
  });

  test('is missed, with what to do; colours work all the same', async () => {
    vs = await VSCode.start({ files: { 'calm.ftspec': PLAN } });
    await vs.open('calm.ftspec');
    await toast('was not found in the workspace, in PATH or in ~/.cargo/bin').waitFor();
    await item('no program').waitFor();
    await vs.shot('20-no-program');
    assert.equal(await vs.page.locator('.squiggly-error').count(), 0);
    await toast('was not found').locator('.monaco-button', { hasText: 'How to Get It' }).click();
    await vs.page.locator('.gettingStartedContainer', { hasText: 'Get the program' }).waitFor();
    await vs.shot('21-how-to-get-it');
  });

  test('of an untrusted workspace is not started, until the workspace is trusted', async () => {
    vs = await VSCode.start({
      trust: true,
      user: { 'security.workspace.trust.startupPrompt': 'never', 'security.workspace.trust.banner': 'always' },
      files: { 'calm.ftspec': PLAN },
      prepare: (folder) => {
        mkdirSync(path.join(folder, 'target/debug'), { recursive: true });
        symlinkSync(places().ftspec, path.join(folder, 'target/debug/ftspec'));
      },
    });
    await vs.open('calm.ftspec');
    await toast('it is started once you trust the workspace').waitFor();
    await item('no program').waitFor();
    await vs.shot('22-not-trusted');
    assert.equal(await vs.page.locator('.squiggly-error, .squiggly-info, .squiggly-warning').count(), 0);
    await vs.page.locator('.part.banner a', { hasText: 'Manage' }).click();
    await vs.page.locator('.workspace-trust-editor .monaco-button', { hasText: /^Trust$/ }).first().click();
    await vs.open('calm.ftspec');
    await vs.page.locator('.statusbar-item[aria-label^="ftspec: "]', { hasText: /Ready|Not ready|Do not/ }).waitFor();
    await vs.shot('23-trusted');
  });

  test('of another version works, with a warning', async () => {
    vs = await VSCode.start({
      user: { 'ftspec.trace.server': 'messages' },
      files: { 'calm.ftspec': PLAN },
      prepare: (folder) => {
        pretending('ftspec 9.8.7')(folder);
        mkdirSync(path.join(folder, '.vscode'));
        writeFileSync(path.join(folder, '.vscode/settings.json'), JSON.stringify({ 'ftspec.server.path': 'pretender/ftspec' }));
      },
    });
    await vs.open('calm.ftspec');
    await toast('the program is version 9.8.7, this extension is made for 0.').waitFor();
    await vs.page.locator('.statusbar-item[aria-label^="ftspec: "]', { hasText: /Ready|Not ready|Do not/ }).waitFor();
    await vs.shot('24-another-version');
    await vs.until('messages in the output', async () => vs.logs().includes("Received response 'textDocument"));
  });

  test('that is something else is told apart, and so is one that cannot serve', async () => {
    let silent;
    vs = await VSCode.start({
      settings: { 'ftspec.server.path': '/bin/false' },
      files: { 'calm.ftspec': PLAN },
      prepare: (folder) => {
        silent = path.join(folder, 'ftspec');
        writeFileSync(silent, `#!/bin/sh\n[ "$1" = --version ] && exec '${places().ftspec}' --version\nexit 2\n`);
        chmodSync(silent, 0o755);
      },
    });
    await vs.open('calm.ftspec');
    await toast('/bin/false does not say which version it is').waitFor();
    await item('stopped').waitFor();
    await vs.shot('25-something-else');
    // Settings that change on disk count as well.
    writeFileSync(path.join(vs.root, 'data/Machine/settings.json'), JSON.stringify({ 'ftspec.server.path': silent }));
    await toast('does not start as a language server').waitFor();
    await item('stopped').waitFor();
    assert.equal(await vs.page.locator('.notification-toast', { hasText: 'EPIPE' }).count(), 0);
    await vs.shot('26-cannot-serve');
    // And the way back: a click on the item, once there is a program.
    writeFileSync(silent, `#!/bin/sh\nexec '${places().ftspec}' "$@"\n`);
    await item('stopped').click();
    await vs.page.locator('.statusbar-item', { hasText: /Ready to tune|Not ready/ }).waitFor();
  });

  test('speaks Chinese, and so does the extension', async () => {
    vs = await VSCode.start({
      settings: { 'ftspec.server.path': places().ftspec }, user: { 'ftspec.lang': 'zh' }, files: { 'calm.ftspec': PLAN },
    });
    await vs.open('calm.ftspec');
    const shown = vs.page.locator('.statusbar-item[aria-label^="ftspec: "]', { hasText: /可以微调|先改计划|不该微调/ });
    await shown.waitFor();
    await vs.page.keyboard.press('Control+Shift+M');
    await vs.page.locator('.markers-panel .monaco-list-row', { hasText: '没有' }).first().waitFor();
    await shown.click();
    await vs.page.locator('.quick-input-widget', { hasText: '问题在这里' }).waitFor();
    await vs.shot('27-chinese');
  });
});
