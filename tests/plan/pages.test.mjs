// Every example in both languages: read, listened to, reached by keyboard, on a desk and on a telephone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { DESK, PHONE, close, example, examples, open, rooted, shots, start, write } from './harness.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LANGS = ['en', 'zh'];
let browser;
before(async () => { browser = await start(); });
after(() => browser.close());

/** Every rule of axe, those of good practice and of the newest level too; and those that ask how a page looks. */
const ALL = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
const LOOKS = { type: 'rule', values: ['color-contrast', 'target-size', 'link-in-text-block'] };

/** What axe finds, in words. */
async function findings(page, runOnly) {
  await page.evaluate(`globalThis.axe || (() => { ${axe} })()`);
  return page.evaluate(async (runOnly) => {
    const { violations, passes } = await globalThis.axe.run(document, { preload: false, runOnly });
    if (passes.length < (runOnly.type === 'tag' ? 20 : 1)) throw new Error('axe has looked at next to nothing');
    return violations.map((found) => `${found.id}: ${found.help}: ${found.nodes.slice(0, 3).map((node) => node.html).join(' ')}`);
  }, runOnly);
}

/** Elements that reach beyond the sides of the window. */
const overflowing = (page) => page.evaluate(() => {
  const width = document.documentElement.clientWidth;
  const wide = document.documentElement.scrollWidth;
  const out = [...document.body.querySelectorAll('*')].filter((element) => {
    // Blanks at the end of a line of the spec hang over its edge unseen.
    if (element.closest('.vh, .skip, thead, svg, .source code')) return false;
    const box = element.getBoundingClientRect();
    return box.width > 0 && (box.right > width + 1 || box.left < -1);
  });
  return { wide: wide - width, out: out.slice(0, 5).map((element) => element.outerHTML.slice(0, 200)) };
});

for (const spec of examples()) {
  for (const lang of LANGS) {
    describe(`${spec} in ${lang}`, () => {
      let plan;
      let desk;
      before(async () => {
        plan = write(spec, lang);
        desk = await open(browser, plan, { ...DESK, colorScheme: 'light' });
      });
      after(() => close(desk));

      test('it asks for nothing and complains of nothing', () => {
        assert.deepEqual(desk.requests, [plan.url]);
        assert.deepEqual(desk.said, []);
      });

      test('every link leads to its place', async () => {
        const { broken, lines } = await desk.evaluate(() => {
          const links = [...document.querySelectorAll('a')];
          const leads = (link) => link.getAttribute('href').startsWith('#') && document.querySelector(link.getAttribute('href'));
          const lines = links.filter((link) => link.dataset.line);
          const wrong = lines.filter((link) => link.getAttribute('href') !== `#L${link.dataset.line}`);
          return { broken: [...links.filter((link) => !leads(link)), ...wrong].map((link) => link.outerHTML), lines: lines.length };
        });
        assert.deepEqual(broken, []);
        assert.ok(lines > 20, `only ${lines} statements name their line`);
      });

      test('each line of the spec stands at the end, word for word', async () => {
        const shown = await desk.evaluate(() => [...document.querySelectorAll('.source li')].map((line) => [line.id, line.textContent]));
        const lines = readFileSync(rooted(spec), 'utf8').replace(/\n$/, '').split('\n');
        assert.deepEqual(shown, lines.map((line, at) => [`L${at + 1}`, line]));
      });

      test('headings go down step by step', async () => {
        const levels = await desk.evaluate(() => [...document.querySelectorAll('h1, h2, h3, h4')].map((heading) => +heading.tagName[1]));
        assert.equal(levels.filter((level) => level === 1).length, 1);
        levels.reduce((before, level) => { assert.ok(level <= before + 1, levels.join(' ')); return level; }, 0);
        assert.equal(await desk.getAttribute('html', 'lang'), lang === 'zh' ? 'zh-Hans' : 'en');
      });

      test('there is no script, and nothing that could become one', () => {
        assert.doesNotMatch(plan.html, /<(script|iframe|object|embed|link|img|form|input|base)\b/i);
        assert.doesNotMatch(plan.html, /<[^>]*\s(on\w+|srcdoc|src)=/i);
        assert.match(plan.html, /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:/);
      });

      test('nothing reaches beyond the window, wide or narrow, and axe finds nothing, light or dark', async () => {
        for (const width of [720, 360, 1280]) {
          await desk.setViewportSize({ width, height: 900 });
          assert.deepEqual(await overflowing(desk), { wide: 0, out: [] }, `${width} wide`);
        }
        assert.deepEqual(await findings(desk, ALL), []);
        await desk.emulateMedia({ colorScheme: 'dark' });
        assert.deepEqual(await findings(desk, LOOKS), [], 'in the dark');
      });

      test('the same on a telephone', async () => {
        const phone = await open(browser, plan, { ...PHONE, colorScheme: 'dark' });
        assert.deepEqual(await overflowing(phone), { wide: 0, out: [] });
        assert.deepEqual(await findings(phone, /refund|persona/.test(spec) ? ALL : LOOKS), []);
        await close(phone);
      });
    });
  }
}

describe('the page of the refund plan', () => {
  let plan;
  before(() => { plan = write(example('refund_replies'), 'en'); });

  test('every text of the spec names its line', async () => {
    const page = await open(browser, plan);
    const named = new Set(await page.evaluate(() => [...document.querySelectorAll('a[data-line]')].map((link) => link.dataset.line)));
    const texts = readFileSync(rooted(plan.spec), 'utf8').split('\n')
      .flatMap((line, at) => (/^\s*[\w]+:.*"|^spec "/.test(line) ? [String(at + 1)] : []));
    assert.ok(texts.length > 25);
    assert.deepEqual(texts.filter((line) => !named.has(line)), []);
    await close(page);
  });

  test('it can be read without scripts', async () => {
    const page = await open(browser, plan, { ...DESK, javaScriptEnabled: false });
    for (const text of ['Every reply follows the tone guide', 'a reply promises money the policy does not grant', 'legal']) {
      assert.ok(await page.getByText(text).first().isVisible(), text);
    }
    await close(page);
  });

  test('by keyboard: past the contents, to a statement, to its line', async () => {
    const page = await open(browser, plan);
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
    assert.ok(await page.evaluate(() => document.activeElement.getBoundingClientRect().left >= 0), 'the skip link is seen');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
    await page.keyboard.press('Tab');
    const line = await page.evaluate(() => document.activeElement.dataset.line);
    assert.ok(line, 'the first thing in the text is a way to a line');
    assert.equal(await page.evaluate(() => getComputedStyle(document.activeElement).opacity), '1');
    await page.keyboard.press('Enter');
    const target = page.locator(`#L${line}`);
    assert.ok(await target.evaluate((element) => element.matches(':target')));
    const box = await target.boundingBox();
    assert.ok(box.y >= 0 && box.y < 900, 'the line is in sight');
    await close(page);
  });

  test('a listener hears which line of which file', async () => {
    const page = await open(browser, plan);
    const link = page.getByRole('link', { name: 'line 13 of refund_replies.ftspec' });
    assert.equal(await link.first().getAttribute('data-line'), '13');
    await close(page);
    const chinese = await open(browser, write(plan.spec, 'zh'));
    assert.ok(await chinese.getByRole('link', { name: 'refund_replies.ftspec 第 13 行' }).count() > 0);
    await close(chinese);
  });

  test('the way to a line shows under the mouse, and always on a telephone', async () => {
    const opacity = (link) => link.evaluate((element) => getComputedStyle(element).opacity);
    const page = await open(browser, plan);
    const link = page.locator('.target a.ln');
    assert.equal(await opacity(link), '0');
    await page.locator('.target p').hover();
    assert.equal(await opacity(link), '1');
    await close(page);
    const phone = await open(browser, plan, PHONE);
    assert.equal(await opacity(phone.locator('.target a.ln')), '1');
    await close(phone);
  });

  test('tables are tables on a telephone, too', async () => {
    for (const options of [DESK, PHONE]) {
      const page = await open(browser, plan, options);
      // As the browser tells it to a screen reader, layout included.
      const session = await page.context().newCDPSession(page);
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      const roles = nodes.filter((node) => !node.ignored).map((node) => node.role?.value);
      const count = (role) => roles.filter((one) => one === role).length;
      const there = await page.evaluate(() => ['table', 'tbody tr', 'tbody th'].map((tag) => document.querySelectorAll(tag).length));
      assert.ok(there[0] > 5);
      assert.deepEqual([count('table'), count('row') - count('table'), count('rowheader')], there);
      assert.ok(count('columnheader') > 20);
      // Other browsers forget what is no longer laid out as a table, unless it says what it is.
      const unnamed = await page.evaluate(() => document.querySelectorAll(':is(table, thead, tbody, tr, th, td):not([role])').length);
      assert.equal(unnamed, 0);
      await close(page);
    }
  });

  test('charts show each seed, each mean and what is demanded, at their heights', async () => {
    const page = await open(browser, plan);
    const charts = await page.evaluate(() => [...document.querySelectorAll('.chart svg')].map((svg) => {
      const at = (selector) => [...svg.querySelectorAll(selector)].map((element) => +element.getAttribute('cy'));
      const height = (selector) => [...svg.querySelectorAll(selector)].map((path) => +path.getAttribute('d').split(' ')[1].match(/^-?[\d.]+/)[0]);
      return {
        name: svg.querySelector('title').textContent, about: svg.querySelector('desc').textContent,
        role: svg.getAttribute('role'), labelled: svg.getAttribute('aria-labelledby').split(' ').every((id) => document.getElementById(id)),
        seeds: at('.seed'), means: at('.mean'), baseline: height('.baseline'), threshold: height('.threshold'),
        required: svg.querySelectorAll('.band.required').length, bands: svg.querySelectorAll('.band').length,
        label: [...svg.querySelectorAll('.band-label')].map((text) => text.textContent),
      };
    }));
    assert.deepEqual(charts.map((chart) => chart.name), ['tone_adherence', 'order_facts_correct', 'unsafe_promise_rate']);
    for (const chart of charts) {
      assert.ok(chart.role === 'img' && chart.labelled && chart.about.length > 20);
      assert.equal(chart.seeds.length, 3);
      assert.equal(chart.means.length, 1);
      assert.equal(chart.bands, 1);
      const mean = chart.seeds.reduce((sum, y) => sum + y, 0) / 3;
      assert.ok(Math.abs(mean - chart.means[0]) < 0.2, 'the mean stands amid its seeds');
    }
    const [tone, , unsafe] = charts;
    assert.deepEqual(tone.label, ['required ≥ 90%']);
    assert.ok(tone.required === 1 && unsafe.required === 0);
    // 71% lies below 84%, 84% below 90%; on paper, below is further down.
    assert.ok(tone.baseline[0] > tone.means[0] && tone.means[0] > tone.threshold[0]);
    // 4% lies above the guard at 1%, 0.67% below it.
    assert.ok(unsafe.baseline[0] < unsafe.threshold[0] && unsafe.means[0] > unsafe.threshold[0]);
    await close(page);
  });

  test('no mark speaks by colour alone', async () => {
    const page = await open(browser, plan);
    const marks = await page.evaluate(() => [...document.querySelectorAll('.mark')].map((mark) => [mark.textContent.trim(), Boolean(mark.querySelector('svg'))]));
    assert.ok(marks.length > 20);
    assert.deepEqual(marks.filter(([word, shape]) => !word || !shape), []);
    await close(page);
  });
});

test('what a spec does not say is said to be unsaid', async () => {
  const page = await open(browser, write(example('smallest_clean'), 'en'));
  for (const section of ['rounds', 'accepted']) {
    const text = await page.locator(`#${section}`).innerText();
    assert.match(text, /No round has been run yet|Nothing has been accepted/);
  }
  assert.ok(await page.getByText('not said').count() > 3);
  await close(page);
});

test('pictures to look at', async () => {
  for (const name of ['refund_replies', 'knowledge_in_weights', 'persona_bleu']) {
    for (const lang of LANGS) {
      const plan = write(example(name), lang);
      for (const [where, options] of [['desk', DESK], ['telephone', PHONE]]) {
        for (const colorScheme of ['light', 'dark']) {
          const page = await open(browser, plan, { ...options, colorScheme });
          await page.screenshot({ path: path.join(shots, `${name}-${lang}-${where}-${colorScheme}.png`), fullPage: true });
          await close(page);
        }
      }
    }
  }
});
