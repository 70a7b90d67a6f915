// The plan document beside its spec, in the real VS Code: opened by command and lens, written anew on saving, and a way
// back from each statement to its line.
import { after, afterEach, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { VSCode, places } from '../harness.mjs';

const REFUND = readFileSync(new URL('../../../../examples/refund_replies.ftspec', import.meta.url), 'utf8');
const lineOf = (words) => REFUND.split('\n').findIndex((line) => line.includes(words)) + 1;

describe('the plan beside the spec in VS Code', { timeout: 180_000 }, () => {
  let vs, page, plan;

  before(async () => {
    vs = await VSCode.start({
      settings: { 'ftspec.server.path': places().checked },
      user: { 'workbench.colorTheme': 'Default Dark Modern' },
      env: { FTSPEC_TODAY: '2026-11-21' },
      files: { 'refund.ftspec': REFUND },
    });
    page = vs.page;
    // The webview of a document is a frame in a frame.
    plan = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await vs.open('refund.ftspec');
    await page.locator('[id="ftspec.ftspec.ftspec.verdict"], [id="ftspec.ftspec"], .statusbar-item[aria-label^="ftspec:"]').first().waitFor();
  });
  afterEach(async (t) => {
    if (t.error || t.passed === false) { await vs.shot(`failed-${t.name.replace(/\W+/g, '-')}`); console.error(vs.logs()); }
  });
  after(async () => { await vs?.stop(); });

  test('a command opens it, in the theme of the editor', async () => {
    await vs.command('ftspec: Open Plan Beside');
    await plan.locator('h1', { hasText: 'Refund replies in the house tone' }).waitFor();
    await page.locator('.tab', { hasText: 'Refund replies in the house tone' }).waitFor();
    const luminance = await plan.locator('body').evaluate((body) => {
      const [red, green, blue] = getComputedStyle(body.ownerDocument.documentElement).backgroundColor.match(/\d+(\.\d+)?/g) ?? getComputedStyle(body).backgroundColor.match(/\d+(\.\d+)?/g);
      return (Number(red) + Number(green) + Number(blue)) / 3;
    });
    assert.ok(luminance < 80, `a dark page in a dark editor, not ${luminance}`);
    await vs.shot('20-plan');
  });

  test('nothing may be fetched, and only the script of the editor may run', async () => {
    const policy = await plan.locator('meta[http-equiv="Content-Security-Policy"]').last().getAttribute('content');
    assert.match(policy, /^default-src 'none'; script-src 'nonce-[A-Za-z0-9+/=]+';/);
    const ran = await plan.locator('body').evaluate((body) => new Promise((resolve) => {
      const script = body.ownerDocument.createElement('script');
      script.textContent = 'document.body.dataset.ran = "yes"';
      body.append(script);
      setTimeout(() => resolve(body.dataset.ran ?? 'no'), 300);
    }));
    assert.equal(ran, 'no');
  });

  test('a click on a statement goes to its line', async () => {
    const line = lineOf('worst_case:');
    const link = plan.locator(`main a[data-line="${line}"]`).first();
    await link.scrollIntoViewIfNeeded();
    await link.click();
    await page.locator('#status\\.editor\\.selection', { hasText: `Ln ${line}, Col 1` }).waitFor();
  });

  test('it is written anew when the spec is saved, and says when it cannot be', async () => {
    await vs.focus('refund.ftspec');
    await vs.find('Refund replies in the house');
    await page.keyboard.type(' CALM');
    await page.keyboard.press('Control+S');
    await plan.locator('h1', { hasText: 'Refund replies in the house CALM tone' }).waitFor();
    await page.locator('.tab', { hasText: 'house CALM tone' }).waitFor();
    // A misspelt word: the document stays as it was, and its tab says so.
    await vs.focus('refund.ftspec');
    await vs.find('kind:   sty');
    await page.keyboard.type('x');
    await page.keyboard.press('Control+S');
    await page.locator('.tab', { hasText: '(not up to date)' }).waitFor();
    await plan.locator('h1', { hasText: 'CALM' }).waitFor();
  });
});
