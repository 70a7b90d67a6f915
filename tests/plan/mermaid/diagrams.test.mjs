// Every diagram of the plans is read and drawn by the real Mermaid; hostile names come out as the text they are.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { chromium } from 'playwright-core';

const here = new URL('.', import.meta.url);
const golden = new URL('../golden/', here);

/** The Mermaid blocks of a document. */
const blocks = (document) => [...document.matchAll(/^```mermaid\n([^]*?)^```$/gm)].map((block) => block[1]);

/** A text without blanks and without what Chromium shows nothing for: labels are broken into lines. */
const bare = (text) => text.replace(/[\s\u200b]+/gu, '');

let browser;
before(async () => {
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
});
after(() => browser?.close());

for (const [version, folder] of [['of GitHub', 'mermaid'], ['latest', 'mermaid-latest']]) {
  describe(`Mermaid, ${version}`, () => {
    let page;
    before(async () => {
      page = await browser.newPage();
      await page.setContent('<!doctype html><meta charset="utf-8"><body></body>');
      await page.addScriptTag({ path: new URL(`node_modules/${folder}/dist/mermaid.min.js`, here).pathname });
      await page.evaluate(() => mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' }));
    });

    /** What Mermaid makes of a diagram: its text, its lines, its thick arrows, and whether anything could run. */
    const drawn = (source) => page.evaluate(async (text) => {
      await mermaid.parse(text);
      const { svg } = await mermaid.render(`d${Math.random().toString(36).slice(2)}`, text);
      document.body.innerHTML = svg;
      document.body.querySelectorAll('style').forEach((style) => style.remove());
      return {
        text: document.body.textContent,
        plots: document.querySelectorAll('g.plot path').length,
        thick: document.querySelectorAll('path.edge-thickness-thick').length,
        nodes: document.querySelectorAll('g.node').length,
        foreign: document.body.querySelectorAll('script, a, img, iframe, [onclick], [onerror]').length,
      };
    }, source);

    test('draws every diagram of every plan', async () => {
      const names = (await readdir(golden)).filter((name) => name.endsWith('.md'));
      assert.ok(names.length >= 24, `${names.length} plans`);
      let charts = 0;
      for (const name of names) {
        const [flow, ...rest] = blocks(await readFile(new URL(name, golden), 'utf8'));
        const picture = await drawn(flow).catch((error) => assert.fail(`${name}: ${error.message}\n${flow}`));
        assert.equal(picture.nodes, 11, `${name}: five questions, five ways out, one end`);
        const taken = flow.split('\n').filter((line) => line.includes('==>')).length;
        assert.equal(picture.thick, taken, `${name}: the way taken is thick`);
        assert.ok(taken >= 1);
        assert.ok(!picture.text.includes('Unsupported markdown'), name);
        for (const chart of rest) {
          const picture = await drawn(chart).catch((error) => assert.fail(`${name}: ${error.message}\n${chart}`));
          assert.equal(picture.plots, chart.match(/^ {2}line /gm).length, `${name}: a path a line\n${chart}`);
          charts += 1;
        }
      }
      assert.ok(charts >= 8, `${charts} charts`);
    });

    test('shows hostile names as text', async () => {
      const document = await readFile(new URL('hostile.md', here), 'utf8');
      const names = JSON.parse(await readFile(new URL('hostile.json', here), 'utf8'));
      const [flow, ...charts] = blocks(document);
      const whole = await drawn(flow).catch((error) => assert.fail(`${error.message}\n${flow}`));
      assert.equal(whole.foreign, 0, 'nothing to run or to follow');
      assert.equal(charts.length, names.length);
      for (const [at, name] of names.entries()) {
        const shown = bare(name).slice(0, 40);
        // Backticks in a sentence mark code, and are not shown.
        const asked = bare(name.replaceAll('`', '')).slice(0, 40);
        assert.ok(bare(whole.text).includes(asked), `question ${JSON.stringify(name)} in\n${whole.text}`);
        const chart = await drawn(charts[at]).catch((error) => assert.fail(`${error.message}\n${charts[at]}`));
        assert.equal(chart.foreign, 0);
        assert.ok(bare(chart.text).includes(shown), `chart ${JSON.stringify(name)} in\n${chart.text}`);
      }
    });
  });
}
