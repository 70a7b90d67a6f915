// The finer things an editor does with a spec, each by its key or its click.
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { VSCode, places } from '../harness.mjs';

const example = (name) => readFileSync(new URL(`../../../../examples/${name}`, import.meta.url), 'utf8');
const MISSPELT = `spec "Misspelt"

goal {
  kind:   stile
  cause:  behaviour
}

data held_out { role: tst, examples: 600 }
`;

describe('editing a plan in VS Code', { timeout: 400_000 }, () => {
  let vs, page;
  const line = (words) => page.locator('.editor-instance .view-line', { hasText: words }).first();
  const action = (words) => page.locator('.action-widget .monaco-list-row', { hasText: words });
  const suggestion = (words) => page.locator('.suggest-widget.visible .monaco-list-row', { hasText: words });
  const cursor = (words) => page.locator('#status\\.editor\\.selection', { hasText: words });
  const problems = (count) => page.locator(`.tab.active[aria-label*="${count} problem"]`);
  const shown = (words) => vs.until(`the text “${words}”`, async () => (await vs.shownLines()).join('\n').includes(words));

  before(async () => {
    vs = await VSCode.start({
      settings: { 'ftspec.server.path': places().checked },
      user: { 'editor.codeActionsOnSave': { 'source.fixAll.ftspec': 'explicit' }, 'editor.occurrencesHighlightDelay': 0, 'editor.renderWhitespace': 'none' },
      env: { FTSPEC_TODAY: '2026-11-21' },
      files: {
        'refund.ftspec': example('refund_replies.ftspec'),
        'persona.ftspec': example('flawed/persona_bleu.ftspec'),
        // One for each test that writes: what a test leaves behind is nobody else's.
        'kinds.ftspec': MISSPELT,
        'block.ftspec': MISSPELT,
        'attribute.ftspec': 'spec "One"\n\nmethod {\n  \n}\n',
        'crooked.ftspec': 'spec "One"\ngoal {\n     kind: style\n}\ndata d {\n     role: test\n}\n',
        'typed.ftspec': 'spec "Typed"\n\ngoal {\n    kind:    style\ncause:behavior\n',
        'saved.ftspec': 'spec "Saved"\n\ngoal {\n  kind：style\n  cause: behavior；\n}\n',
        'data/tickets.jsonl': '{}\n',
        'data/held_out.jsonl': '{}\n',
      },
    });
    page = vs.page;
    await vs.open('refund.ftspec');
    await page.locator('.statusbar-item[aria-label^="ftspec: Ready to tune"]').waitFor();
  });
  beforeEach(async () => { await page.keyboard.press('Escape'); });
  afterEach(async (t) => {
    if (t.error || t.passed === false) { await vs.shot(`failed-${t.name.replace(/\W+/g, '-')}`); console.error(vs.logs()); }
  });
  after(async () => { await vs?.stop(); });

  /** Takes back what a test has written; one step at a time, since a step too many takes back what others wrote. */
  async function undone(words) {
    await vs.press('Control+Z', line(words), { focusEditor: true, close: false });
  }

  test('remarks say how far a metric has to go, and how a round did', async () => {
    await vs.find('require tone_adherence');
    await line('71% → 90%').waitFor();
    await vs.shot('30-remarks');
  });

  test('the shape of a condition is shown while it is written', async () => {
    await vs.find('when tone_adherence gains');
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.type('  when tone_adherence gains ', { delay: 20 });
    const hint = page.locator('.parameter-hints-widget.visible');
    await vs.press('Control+Shift+Space', hint.filter({ hasText: 'over N rounds' }), { close: false });
    await vs.shot('31-signature');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Shift+K'); // deletes the line
    await line('when tone_adherence gains < 1%').waitFor();
  });

  test('suggestions name what may stand in a condition', async () => {
    await vs.find('when tone_adherence varies');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('when ', { delay: 20 });
    await vs.press('Control+Space', suggestion('unsafe_promise_rate'), { focusEditor: true, close: false });
    await vs.shot('32-suggested-metric');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Shift+K');
    await problems(1).waitFor({ state: 'detached' });
  });

  test('suggestions list the files of the folder', async () => {
    await vs.find('data/tickets.jsonl');
    for (let i = 0; i < 'tickets.jsonl'.length; i += 1) await page.keyboard.press('Backspace');
    await vs.press('Control+Space', suggestion('data/held_out.jsonl'), { focusEditor: true, close: false });
    await page.keyboard.press('Escape');
    await undone('data/tickets.jsonl');
  });

  test('a name is marked wherever it stands', async () => {
    await vs.find('guard order_facts_correct');
    await vs.until('marks', async () => await page.locator('[class*="wordHighlight"]').count() >= 2);
    await page.keyboard.press('F12');
    await line('metric order_facts_correct').waitFor();
    const at = example('refund_replies.ftspec').split('\n').findIndex((text) => text.includes('metric order_facts_correct')) + 1;
    await cursor(`Ln ${at}`).waitFor();
    await vs.press('Shift+F12', page.locator('.zone-widget .monaco-list-row'), { focusEditor: true });
    await vs.shot('33-references');
    await page.keyboard.press('Escape');
  });

  test('typing over a label changes its uses along', async () => {
    await vs.find('baseline prompt_v7');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.locator('.linked-editing-decoration').first().waitFor();
    await page.keyboard.type('1', { delay: 50 });
    await line('baseline prompt_v71').waitFor();
    await vs.find('against:');
    await line(/against:\s+prompt_v71/).waitFor();
    await vs.find('baseline prompt_v7'); // where what comes back is in view
    await undone('prompt_v7 {');
  });

  test('a selection grows from a word to the block', async () => {
    await vs.find('tone_adherence >= 90%');
    const selected = async () => Number(/\((\d+) selected\)/.exec(await page.locator('#status\\.editor\\.selection').innerText())?.[1] ?? 0);
    let before = -1;
    for (const step of [1, 2, 3, 4]) {
      await page.keyboard.press('Shift+Alt+ArrowRight');
      await vs.until(`selection ${step}`, async () => (await selected()) > before);
      before = await selected();
    }
    await page.keyboard.press('ArrowLeft');
  });

  test('blocks fold', async () => {
    await vs.command('Fold All');
    await vs.until('few lines', async () => (await vs.shownLines()).length < 45);
    await vs.shot('34-folded');
    await vs.command('Unfold All');
  });

  test('a path opens the file', async () => {
    await vs.find('data/tickets.jsonl');
    for (let i = 0; i < 4; i += 1) await page.keyboard.press('ArrowLeft');
    await page.locator('.detected-link').first().waitFor();
    await vs.command('Open Link');
    await page.locator('.tab.active', { hasText: 'tickets.jsonl' }).waitFor();
    await vs.open('refund.ftspec');
  });

  test('names are found from anywhere', async () => {
    await vs.pick('Control+T', '#order_first', 'order_first');
    await page.locator('.tab.active', { hasText: 'refund.ftspec' }).waitFor();
    await cursor('Ln 27').waitFor();
    await vs.pick('Control+Shift+O', '@calm_under_anger', 'calm_under_anger');
    await cursor('Ln 37').waitFor();
  });

  test('the closing brace tidies its block', async () => {
    await vs.open('typed.ftspec');
    await vs.goto(6, 1);
    await page.keyboard.type('}');
    await line(/^\s\skind:\s\sstyle$/).waitFor();
    await line(/^\s\scause:\sbehavior$/).waitFor();
  });

  test('formatting a selection leaves the rest alone', async () => {
    await vs.open('crooked.ftspec');
    await vs.goto(3, 1);
    await page.keyboard.press('Shift+End');
    await vs.command('Format Selection');
    await line(/^\s\skind:\sstyle$/).waitFor();
    await line(/^\s{5}role:\stest$/).waitFor();
  });

  test('all findings of one kind are mended at once', async () => {
    await vs.open('kinds.ftspec');
    await vs.find('stile');
    await page.locator('.squiggly-error').first().waitFor();
    await vs.press('Control+.', action('mend all 3 findings of unknown-word'), { focusEditor: true });
    await vs.shot('35-actions');
    await action('mend all 3 findings of unknown-word').first().click();
    await shown('role: test');
    await line(/^\s\scause:\s+behavior$/).waitFor();
    await line(/^\s\skind:\s+style$/).waitFor();
  });

  test('what is safe to mend is mended on saving', async () => {
    await vs.open('saved.ftspec');
    await page.keyboard.press('End');
    await page.keyboard.type(' ');
    await page.keyboard.press('Control+S');
    await vs.until('the file', async () => /kind: *style\n +cause: +behavior,?\n/.test(await vs.read('saved.ftspec')));
  });

  test('a finding is accepted, and the cursor stands where the reason belongs', async () => {
    await vs.open('persona.ftspec');
    await vs.find('bleu');
    await page.locator('.squiggly-error, .squiggly-warning').first().waitFor();
    const accept = action(/^accept \S+ with a reason/);
    await vs.press('Control+.', accept, { focusEditor: true });
    await accept.first().click();
    await line('accept ').waitFor();
    await cursor('(1 selected)').waitFor();
    await page.keyboard.type('we know', { delay: 20 });
    await line('because: "we know"').waitFor();
    await vs.shot('36-accepted');
    await vs.command('File: Revert File');
  });

  test('the block that is missing is written', async () => {
    await vs.open('block.ftspec');
    await vs.goto(1, 3);
    await page.locator('.squiggly-error').first().waitFor();
    await vs.press('Control+.', action('write a `risk` block'), { focusEditor: true });
    await action('write a `risk` block').first().click();
    await line('risk {').waitFor();
    await line('tier:').waitFor();
    await vs.shot('37-written-block');
  });

  test('a click on the line above the header lists what the verdict rests on', async () => {
    await vs.open('persona.ftspec');
    await vs.goto(1, 1);
    await page.locator('.codelens-decoration a', { hasText: 'to mend' }).first().click();
    await page.locator('.zone-widget .monaco-list-row').first().waitFor();
    await vs.shot('38-places');
    await page.keyboard.press('Escape');
  });

  test('a chosen attribute offers its words at once', async () => {
    await vs.open('attribute.ftspec');
    await vs.goto(4, 3);
    await page.keyboard.type('stag', { delay: 30 });
    await vs.press('Control+Space', suggestion('stage'), { focusEditor: true, close: false });
    await page.keyboard.press('Enter');
    await suggestion('sft').waitFor();
    await vs.shot('39-words-of-an-attribute');
    await page.keyboard.press('Escape');
  });
});
