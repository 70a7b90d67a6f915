// A day at the keyboard: the packed extension and the real server, driven by keyboard and mouse.
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { VSCode, places } from '../harness.mjs';

const example = (name) => readFileSync(new URL(`../../../../examples/${name}`, import.meta.url), 'utf8');
const PLAN = `// A plan as people write it on a Friday.
spec "Calm replies"

owner:  "support-ml@example.com"
status: proposed

goal {
  kind:   style
  cause:  behavior
  today:  "Replies are chatty, and every fifth is longer than the screen."
  target: "Every reply is calm, short, and ends with one next step."
}

behavior short_reply {
  must:  "answer in at most three sentences"
  never: "promise a date"
}

data tickets { role: train, path: "data/tickets.jsonl", examples: 8_200 }
data held_out { role: test, path: "data/tickets.jsonl", examples: 600 }

eval {
  metric calm { measures: style, method: rubric, judge: human, on: held_out }
  metric facts_correct { measures: judgement, method: exact_match, on: held_out }
  require calm >= 80%
}
`;

describe('writing a plan in VS Code', { timeout: 240_000 }, () => {
  let vs, page;
  const problem = (words) => page.locator('.markers-panel .monaco-list-row', { hasText: words });
  const line = (words) => page.locator('.editor-instance .view-line', { hasText: words }).first();
  const verdict = () => page.locator('[id="ftspec.ftspec.ftspec.verdict"], [id="ftspec.ftspec"], .statusbar-item[aria-label^="ftspec:"]').first();

  before(async () => {
    vs = await VSCode.start({
      settings: { 'ftspec.server.path': places().checked },
      env: { FTSPEC_TODAY: '2026-11-21' },
      files: { 'calm.ftspec': PLAN, 'refund.ftspec': example('refund_replies.ftspec'), 'scratch.ftspec': 'spec "Scratch"\n\n' },
    });
    page = vs.page;
    await vs.open('calm.ftspec');
  });
  beforeEach(async () => { await page.keyboard.press('Escape'); });
  afterEach(async (t) => {
    if (t.error || t.passed === false) { await vs.shot(`failed-${t.name.replace(/\W+/g, '-')}`); console.error(vs.logs()); }
  });
  after(async () => { await vs?.stop(); });

  test('the file has its language, its colours and squiggles', async () => {
    await page.locator('.squiggly-error').first().waitFor();
    assert.equal(await page.locator('#status\\.editor\\.mode').innerText(), 'ftspec');
    const look = (word) => page.locator('.view-line span span', { hasText: new RegExp(`^\\s*${word}\\s*$`) }).first().evaluate((e) => getComputedStyle(e).color);
    await vs.until('colours that differ', async () => {
      const colours = await Promise.all(['goal', 'style', 'short_reply'].map(look));
      return !colours.includes('') && new Set(colours).size === 3;
    });
    await vs.shot('01-opened');
  });

  test('the status bar tells the verdict', async () => {
    await verdict().waitFor();
    assert.match(await verdict().innerText(), /Not ready · \d+|Do not tune · \d+/);
    await verdict().hover();
    await page.locator('.workbench-hover, .monaco-hover').filter({ hasText: 'FT107 no prompt was tried' }).first().waitFor();
    await vs.shot('02-verdict');
    await page.mouse.move(700, 785);
  });

  test('a click on the verdict lists what stands in the way, and goes there', async () => {
    await verdict().click();
    const row = page.locator('.quick-input-list .monaco-list-row', { hasText: 'nothing says what must not get worse' });
    await row.waitFor();
    await vs.shot('03-what-stands-in-the-way');
    await row.click();
    await page.locator('#status\\.editor\\.selection', { hasText: 'Ln 22, Col 1' }).waitFor();
  });

  test('the list of problems shows findings, with code and place', async () => {
    await page.keyboard.press('Control+Shift+M');
    await problem('no prompt was tried before training').waitFor();
    const text = (await problem('no prompt was tried before training').first().innerText()).replace(/\s+/g, ' ');
    assert.match(text, /ftspec \(?FT107\)?/);
    assert.match(text, /Ln 2, Col 1/);
    await vs.shot('04-problems');
  });

  test('pointing at a word explains it', async () => {
    await line('kind:').locator('span span', { hasText: /kind/ }).first().hover();
    const hover = page.locator('.monaco-resizable-hover, .monaco-hover').filter({ hasText: 'kind' }).first();
    await hover.waitFor();
    assert.ok(await hover.locator('strong').count() > 0, 'Markdown is shown as such');
    await vs.shot('05-hover');
    await page.mouse.move(700, 785);
  });

  test('the finding is explained beside the spec', async () => {
    await vs.focus('calm.ftspec');
    await vs.goto(22, 2);
    await vs.command('ftspec: Explain Finding');
    const row = page.locator('.quick-input-list .monaco-list-row', { hasText: 'what must not get worse' });
    await row.click();
    const tab = page.locator('.tab', { hasText: 'no-guard' });
    await tab.waitFor();
    const frame = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await frame.locator('h1', { hasText: 'no-guard' }).waitFor();
    await frame.locator('h2', { hasText: 'Instead' }).waitFor();
    await vs.shot('06-explained');
    await verdict().waitFor(); // also while the page has the keyboard
    await tab.click({ button: 'middle' });
    await tab.waitFor({ state: 'detached' });
  });

  test('a quick fix writes what is missing, with holes to fill', async () => {
    await vs.focus('calm.ftspec');
    await vs.goto(22, 2);
    const item = page.locator('.action-widget .monaco-list-row', { hasText: 'guard a metric' });
    await vs.press('Control+.', item, { focusEditor: true });
    await vs.shot('07-quick-fixes');
    await item.first().click();
    await line('guard ').waitFor();
    await vs.shot('08-fixed');
    await verdict().filter({ hasText: 'Not ready · 5' }).waitFor();
    await vs.focus('calm.ftspec');
    await page.keyboard.press('Control+Z');
    await page.keyboard.press('Control+J'); // closes the list of problems
    await page.locator('.markers-panel').waitFor({ state: 'hidden' });
  });

  test('suggestions know the blocks, the attributes and the words', async () => {
    await vs.open('scratch.ftspec');
    await vs.goto(2, 1);
    await page.keyboard.press('Control+End');
    await page.keyboard.type('ri', { delay: 30 });
    const rows = page.locator('.suggest-widget.visible .monaco-list-row');
    await vs.press('Control+Space', rows.filter({ hasText: 'risk' }), { focusEditor: true, close: false });
    await vs.shot('09-suggested-block');
    await page.keyboard.press('Enter');
    await line('tier').waitFor();
    await vs.shot('10-block-with-holes');
    const shown = (await vs.shownLines()).join('\n');
    assert.match(shown, /risk \{/);
    assert.match(shown, /tier:/);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  });

  test('formatting and saving write the one layout', async () => {
    await vs.open('scratch.ftspec');
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await page.keyboard.insertText('spec "Scratch"\ngoal {\n      kind :style\n  cause:   behavior }\n');
    await vs.command('Format Document');
    await line(/^\s\skind:\s+style$/).waitFor();
    await page.keyboard.press('Control+S');
    await page.locator('.tab.active:not(.dirty)').waitFor();
    await vs.until('the file', async () => /goal \{\n {2}kind: {2}style\n {2}cause: behavior\n\}/.test(await vs.read('scratch.ftspec')));
  });

  test('what is typed is judged at once, and the verdict follows', async () => {
    await vs.open('refund.ftspec');
    await page.locator('.statusbar-item[aria-label^="ftspec: Ready to tune"]').waitFor();
    await vs.shot('11-a-sound-plan');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\ngoa', { delay: 15 });
    await page.keyboard.press('Escape');
    await page.keyboard.type('l {', { delay: 15 });
    await page.locator('.statusbar-item[aria-label^="ftspec: Not ready"]').waitFor();
    for (let i = 0; i < 12; i += 1) await page.keyboard.press('Control+Z');
    await page.locator('.statusbar-item[aria-label^="ftspec: Ready to tune"]').waitFor();
  });

  test('remarks and lines above blocks are shown, and a click on one goes there', async () => {
    const lens = page.locator('.codelens-decoration a').first();
    await vs.goto(1, 1);
    await lens.waitFor();
    await vs.find('require ');
    await vs.shot('12-remarks');
  });

  test('a name is renamed everywhere by one key', async () => {
    await vs.open('calm.ftspec');
    await vs.goto(25, 12);
    const box = page.locator('.rename-box input, .rename-box .rename-input');
    await vs.press('F2', box, { focusEditor: true });
    await vs.shot('13-rename');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('composure');
    await page.keyboard.press('Enter');
    await line('metric composure').waitFor();
    await line('require composure').waitFor();
    await page.keyboard.press('Control+Z');
  });

  test('the walkthrough opens', async () => {
    await vs.command('Welcome: Open Walkthrough...');
    const row = page.locator('.quick-input-list .monaco-list-row', { hasText: 'Plan a fine-tuning project' });
    await row.click();
    await page.locator('.gettingStartedContainer', { hasText: 'Get the program' }).waitFor();
    await vs.shot('14-walkthrough');
    await page.locator('.getting-started-step', { hasText: 'Write a plan' }).first().click();
    await vs.shot('15-walkthrough-step');
  });

  test('the settings are described', async () => {
    await vs.command('Preferences: Open Settings (UI)');
    await page.locator('.settings-editor .search-container .view-lines').first().click();
    await page.keyboard.type('ftspec', { delay: 20 });
    await page.locator('.settings-editor', { hasText: 'language of findings' }).waitFor();
    await vs.shot('16-settings');
  });
});
