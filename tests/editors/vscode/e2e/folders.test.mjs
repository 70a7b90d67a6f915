// A workspace of several folders: what is known of specs that are not open, and how far the server is with them.
import { after, afterEach, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { VSCode, places } from '../harness.mjs';

// Among other things, nothing says what must not get worse.
const FLAWED = readFileSync(new URL('../../../../examples/flawed/persona_bleu.ftspec', import.meta.url), 'utf8');
const GUARD = 'nothing says what must not get worse';
const SOUND = readFileSync(new URL('../../../../examples/refund_replies.ftspec', import.meta.url), 'utf8');
// Enough that the scan is seen on its way; in folders, so that the explorer has little to draw meanwhile.
const YEARS = 40, EACH = 100, MANY = YEARS * EACH;
const archive = Object.fromEntries(Array.from({ length: MANY }, (_, number) =>
  [`archive/${1990 + number % YEARS}/plan_${number}.ftspec`, SOUND]));

describe('several folders in VS Code', { timeout: 240_000 }, () => {
  let vs, page;
  const problem = (words) => page.locator('.markers-panel .monaco-list-row', { hasText: words });
  // The list draws only what is in sight: what is looked for is filtered out.
  const filter = (words) => vs.until(`the filter “${words}”`, async () => {
    const box = page.locator('.markers-panel-action-filter-container input, .viewpane-filter-container input').first();
    await box.fill(words);
    await page.keyboard.press('Enter');
    await new Promise((r) => setTimeout(r, 200)); // a box that was just made anew has lost it
    return await box.inputValue() === words;
  });
  const listed = async (name) => { await filter(name); await problem(name).first().waitFor(); };
  const notListed = async (name) => { await filter(name); await problem(name).first().waitFor({ state: 'detached' }); };
  const input = () => page.locator('.quick-input-widget input[type="text"]');

  before(async () => {
    vs = await VSCode.start({
      settings: { 'ftspec.server.path': places().checked },
      user: { 'files.simpleDialog.enable': true, 'explorer.confirmDelete': true },
      env: { FTSPEC_TODAY: '2026-11-21' },
      workspace: 'team.code-workspace',
      files: {
        'team.code-workspace': JSON.stringify({ folders: [{ path: 'support' }, { path: 'sales' }] }),
        'support/ftspec.toml': '',
        'support/near.ftspec': FLAWED,
        'sales/ftspec.toml': '[rules]\nno-guard = "allow"\n',
        'sales/far.ftspec': `${FLAWED}\nbehavior far_away { must: "be found" }\n`,
        'sales/draft.ftspec': FLAWED,
        'alone.ftspec': FLAWED,
        'broken/ftspec.toml': '[rules]\nno-gard = "allow"\n',
        'broken/sound.ftspec': SOUND,
        ...archive,
      },
    });
    page = vs.page;
  });
  afterEach(async (t) => {
    if (t.error || t.passed === false) { await vs.shot(`failed-${t.name.replace(/\W+/g, '-')}`); console.error(vs.logs()); }
  });
  after(async () => { await vs?.stop(); });

  test('the list of problems holds specs of both folders, with none of them open', async () => {
    await vs.press('Control+Shift+M', page.locator('.markers-panel'));
    await listed('near.ftspec');
    await listed('far.ftspec');
    await filter('');
    await vs.shot('30-two-folders');
  });

  test('each is judged by the ftspec.toml of its own folder', async () => {
    await filter(GUARD);
    await problem('far.ftspec').waitFor({ state: 'detached' });
    await problem('near.ftspec').waitFor();
    assert.equal(await problem(GUARD).count(), 1);
    await vs.shot('31-each-by-its-own');
  });

  test('a name in a spec that is not open is found, and leads there', async () => {
    await vs.pick('Control+T', '#far_away', 'far_away');
    await page.locator('.tab.active', { hasText: 'far.ftspec' }).waitFor();
    const line = (await vs.read('sales/far.ftspec')).split('\n').findIndex((one) => one.startsWith('behavior far_away')) + 1;
    await page.locator('#status\\.editor\\.selection', { hasText: `Ln ${line},` }).waitFor();
    await vs.shot('32-symbol-of-the-other-folder');
    await page.locator('.tab.active', { hasText: 'far.ftspec' }).click({ button: 'middle' });
    await page.locator('.tab', { hasText: 'far.ftspec' }).waitFor({ state: 'detached' });
    await listed('far.ftspec'); // the file is still of the workspace
  });

  test('a folder that is removed is forgotten', async () => {
    await remove('sales');
    await notListed('far.ftspec');
    await listed('near.ftspec');
  });

  test('a folder that is added is checked', async () => {
    await add('sales');
    await listed('far.ftspec');
  });

  test('what is wrong in an ftspec.toml comes and goes with its folder', async () => {
    await add('broken');
    await listed('no-gard');
    await remove('broken');
    await notListed('no-gard');
  });

  test('an open spec that is deleted takes its findings with it', async () => {
    await vs.open('sales/draft.ftspec');
    await listed('draft.ftspec');
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'draft.ftspec' }).click();
    await page.keyboard.press('Delete');
    await page.locator('.monaco-dialog-box .monaco-button', { hasText: /Delete|Move to Trash/ }).first().click();
    await page.locator('.tab', { hasText: 'draft.ftspec' }).waitFor({ state: 'detached' });
    await notListed('draft.ftspec');
  });

  test('a spec of no folder has findings while it is open', async () => {
    await vs.open('alone.ftspec');
    await listed('alone.ftspec');
    await page.locator('.tab.active', { hasText: 'alone.ftspec' }).click({ button: 'middle' });
    await notListed('alone.ftspec');
  });

  test('how far a scan is stands in the status bar, until it ends', async () => {
    // It may be there for a moment only: everything that it says is written down.
    await page.evaluate(() => {
      window.told = [];
      new MutationObserver(() => {
        const text = document.getElementById('status.progress')?.textContent;
        if (text && window.told.at(-1) !== text) window.told.push(text);
      }).observe(document.querySelector('.part.statusbar'), { subtree: true, childList: true, characterData: true, attributes: true });
    });
    const bar = page.locator('[id="status.progress"]', { hasText: 'Checking specs' });
    const picture = () => page.screenshot({ path: path.join(vs.shots, '33-on-its-way.png') });
    const pictured = bar.waitFor({ timeout: 10_000 }).then(picture).catch(() => undefined); // where it is quick, there is none
    await add('archive');
    await pictured;
    await bar.waitFor({ state: 'detached' });
    const told = await page.evaluate(() => window.told);
    const counts = told.flatMap((text) => /Checking specs: (\d+)\/(\d+)/.exec(text)?.slice(1).map(Number) ?? []);
    assert.ok(counts.length > 0, `how far it is: ${told}`);
    for (let at = 0; at < counts.length; at += 2) {
      assert.equal(counts[at + 1], MANY + 2, 'the specs of all folders');
      assert.ok(counts[at] > (counts[at - 2] ?? 0) && counts[at] <= MANY + 2, `it grows: ${counts}`);
    }
    await listed(`plan_${MANY - 1}.ftspec`);
  });

  /** "Add Folder to Workspace…": the dialog takes a path that is typed. */
  async function add(folder) {
    await vs.command('Workspaces: Add Folder to Workspace...');
    await page.locator('.quick-input-widget', { hasText: 'Add Folder to Workspace' }).waitFor();
    // It writes the folder it starts from into the box, and then lists what is there.
    await page.locator('.quick-input-list .monaco-list-row', { hasText: folder }).waitFor();
    const wanted = `${path.join(vs.work, folder)}/`;
    await vs.until('the path', async () => {
      await input().fill(wanted);
      return await input().inputValue() === wanted;
    });
    await page.locator('.quick-input-widget .monaco-button', { hasText: /^(Add|OK)$/ }).first().click();
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: folder }).waitFor();
  }

  async function remove(folder) {
    await vs.command('Workspaces: Remove Folder from Workspace...');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: folder }).click();
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: folder }).waitFor({ state: 'detached' });
  }
});
