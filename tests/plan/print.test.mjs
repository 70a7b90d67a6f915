// On paper: A4, black on white whatever the screen was, nothing cut off, the lines named.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { DESK, close, example, open, rooted, shots, start, write } from './harness.mjs';

let browser;
before(async () => { browser = await start(); });
after(() => browser.close());

const run = (program, ...args) => {
  const done = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  assert.equal(done.status, 0, `${program}: ${done.stderr}`);
  return done.stdout;
};

for (const [name, lang] of [['refund_replies', 'en'], ['refund_replies', 'zh'], ['knowledge_in_weights', 'en'], ['persona_bleu', 'zh']]) {
  test(`${name} in ${lang} on A4`, async () => {
    const plan = write(example(name), lang);
    const page = await open(browser, plan, { ...DESK, colorScheme: 'dark' });
    const words = (line) => line.replace(/\s+/g, '');
    const headings = await page.evaluate(() => [...document.querySelectorAll('h2, h3, figcaption, thead')].map((heading) => heading.textContent));
    const file = path.join(shots, `${name}-${lang}.pdf`);
    await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true });
    await close(page);
    const facts = run('pdfinfo', file);
    assert.match(facts, /Page size:\s+59[45][.\d]* x 84[12][.\d]* pts \(A4\)/);
    const pages = +facts.match(/Pages:\s+(\d+)/)[1];
    assert.ok(pages >= 5 && pages <= 16, `${pages} pages`);
    const text = run('pdftotext', '-layout', file, '-');
    assert.match(text, /L\d+/, 'lines are named');
    // The last line of the spec is the last thing that could be cut off.
    const last = readFileSync(rooted(plan.spec), 'utf8').trimEnd().split('\n').at(-2).trim();
    assert.ok(words(text).includes(words(last)), last);
    const leaves = text.split('\f').filter((leaf) => leaf.trim());
    assert.equal(leaves.length, pages, 'no page is empty');
    for (const leaf of leaves) {
      // A heading is never the last thing on its page; the number of the page stands below it.
      const lines = leaf.trimEnd().split('\n').filter((line) => line.trim()).map((line) => line.trim());
      assert.match(lines.at(-1), /\d+ ?\/ ?\d+$/);
      assert.ok(!headings.map(words).includes(words(lines.at(-2))), `a heading without its text: ${lines.at(-2)}`);
    }
    run('pdftoppm', '-r', '70', '-png', file, path.join(shots, `${name}-${lang}-page`));
  });
}

test('paper is white, without contents, with every line named', async () => {
  const page = await open(browser, write(example('refund_replies'), 'en'), { ...DESK, colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print' });
  const seen = await page.evaluate(() => ({
    paper: getComputedStyle(document.body).backgroundColor, ink: getComputedStyle(document.body).color,
    contents: getComputedStyle(document.querySelector('nav')).display,
    hidden: [...document.querySelectorAll('a.ln')].filter((link) => getComputedStyle(link).opacity !== '1').length,
    head: getComputedStyle(document.querySelector('thead')).display,
  }));
  assert.deepEqual(seen, { paper: 'rgb(255, 255, 255)', ink: 'rgb(0, 0, 0)', contents: 'none', hidden: 0, head: 'table-header-group' });
  await close(page);
});
