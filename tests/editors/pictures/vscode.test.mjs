// The picture of VS Code: the extension at work on a plan that is not sound yet.
import { after, before, describe, test } from 'node:test';
import { readFileSync } from 'node:fs';
import { VSCode, keep, places } from '../vscode/harness.mjs';

const plan = readFileSync(new URL('plan.ftspec', import.meta.url), 'utf8');

describe('the picture of VS Code', { timeout: 120_000 }, () => {
  let vs;
  before(async () => {
    vs = await VSCode.start({
      settings: { 'ftspec.server.path': places().ftspec },
      user: {
        'workbench.colorTheme': 'Default Dark Modern', 'editor.fontSize': 13, 'editor.fontFamily': 'DejaVu Sans Mono',
        'workbench.activityBar.location': 'hidden', 'breadcrumbs.enabled': false, 'window.commandCenter': false,
        'workbench.layoutControl.enabled': false, 'editor.stickyScroll.enabled': false, 'editor.renderWhitespace': 'none',
      },
      env: { FTSPEC_TODAY: '2026-11-21' },
      files: { 'refunds.ftspec': plan },
      scale: 1.25,
      viewport: { width: 1120, height: 860 },
    });
  });
  after(async () => { await vs?.stop(); });

  test('shows findings, remarks and the verdict', async () => {
    const { page } = vs;
    await vs.open('refunds.ftspec');
    await page.locator('.statusbar-item[aria-label^="ftspec: "]', { hasText: /Not ready|Do not/ }).waitFor();
    await page.locator('.codelens-decoration a', { hasText: 'to mend' }).first().waitFor();
    await page.locator('.view-line', { hasText: '71% → 90%' }).first().waitFor();
    await vs.command('View: Toggle Primary Side Bar Visibility');
    await page.keyboard.press('Control+Shift+M');
    await page.locator('.markers-panel .monaco-list-row', { hasText: 'facts are to be learnt' }).first().waitFor();
    await vs.focus('refunds.ftspec');
    await page.mouse.move(1050, 330); // or what is pointed at has its tooltip
    await keep(page, 'vscode.png');
  });
});
