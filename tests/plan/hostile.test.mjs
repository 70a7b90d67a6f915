// Specs that nobody should trust: whatever stands in them comes out as text, in its place.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DESK, PHONE, close, open, spec, start, write } from './harness.mjs';

let browser;
before(async () => { browser = await start(); });
after(() => browser.close());

const SCRIPT = '<script>window.taken = 1</script>';
const IMAGE = '<img src=x onerror=window.taken=2>';
const BREAKOUT = '</bdi></code></style></title><svg onload=window.taken=3>&lt;&#60;<!--';
const TURNED = 'safe \u202Etxet desrever\u2066 \u200F end';
const LONG = 'w'.repeat(10_000);
const TEXT = `// ${BREAKOUT} ${SCRIPT}
spec "${SCRIPT} ${TURNED}"
owner: "${IMAGE}"
reviewers: ["${TURNED}", "${LONG}"]
goal {
  kind:   style
  today:  "${IMAGE} ${TURNED}"
  target: "${BREAKOUT}"
}
task { type: generation, input: "${LONG}", output: "javascript:window.taken=4" }
behavior 改写语气_${'很'.repeat(300)} {
  when: "${SCRIPT}"
  must: ["${TURNED}", "שלום עולם, مرحبا"]
  example { input: "${LONG}", output: "${IMAGE}" }
}
baseline ${'b'.repeat(400)} { method: prompt, shortfall: "${SCRIPT}", readings { quality_${'x'.repeat(300)}: 50% } }
data rows { role: train, path: "${BREAKOUT}", examples: 10, sources: ["${SCRIPT}", "${LONG}"] }
data rows_held_out { role: test, path: "x.jsonl", examples: 10 }
eval {
  metric quality_${'x'.repeat(300)} { measures: style, method: rubric, judge: human, on: rows_held_out }
  require quality_${'x'.repeat(300)} >= 90%
  guard quality_${'x'.repeat(300)} >= baseline
  review { by: "${SCRIPT}", question: "${IMAGE}" }
}
risk {
  tier: high, domain: other
  worst_case: "${BREAKOUT}"
  fallback person { when: "${IMAGE}", action: human }
}
stop { when any guard fails then freeze }
round ${'r'.repeat(200)} { purpose: "${SCRIPT}", readings { quality_${'x'.repeat(300)}: [80%, 81%, 79%] }, note: "${LONG}" }
accept no-adversarial-examples { because: "${SCRIPT}", by: "${TURNED}" }
`;

for (const lang of ['en', 'zh']) {
  describe(`a hostile spec in ${lang}`, () => {
    let plan;
    before(() => { plan = write(spec('hostile', TEXT), lang); });

    test('nothing of it runs and nothing becomes an element, even where the policy is ignored', async () => {
      const page = await open(browser, plan, { ...DESK, bypassCSP: true });
      await page.waitForTimeout(200);
      assert.equal(await page.evaluate(() => window.taken), undefined);
      const tags = await page.evaluate(() => [...new Set([...document.querySelectorAll('*')].map((element) => element.localName))].sort());
      const ours = ['a', 'article', 'bdi', 'body', 'br', 'caption', 'circle', 'code', 'col', 'colgroup', 'dd', 'defs', 'desc', 'div', 'dl',
        'dt', 'figcaption', 'figure', 'footer', 'g', 'h1', 'h2', 'h3', 'head', 'header', 'html', 'li', 'main', 'meta', 'nav', 'ol', 'p',
        'path', 'pattern', 'pre', 'rect', 'section', 'span', 'strong', 'style', 'svg', 'table', 'tbody', 'td', 'text', 'th', 'thead',
        'title', 'tr', 'tspan', 'ul', 'wbr'];
      assert.deepEqual(tags.filter((tag) => !ours.includes(tag)), []);
      const attributes = await page.evaluate(() => [...document.querySelectorAll('*')].flatMap((element) => [...element.attributes])
        .filter(({ name, value }) => name.startsWith('on') || name === 'src' || /javascript:/i.test(value)).map(({ name }) => name));
      assert.deepEqual(attributes, []);
      assert.deepEqual(page.requests, [plan.url]);
      await close(page);
    });

    test('it can be read as it was written', async () => {
      const page = await open(browser, plan);
      const text = await page.evaluate(() => document.body.textContent);
      for (const piece of [SCRIPT, IMAGE, BREAKOUT, LONG, 'שלום עולם, مرحبا']) {
        assert.ok(text.includes(piece), piece.slice(0, 60));
      }
      assert.ok((await page.title()).startsWith(SCRIPT));
      await close(page);
    });

    test('signs that turn the reading direction are shown and turn nothing', async () => {
      const page = await open(browser, plan);
      const text = await page.evaluate(() => document.title + document.body.textContent);
      assert.doesNotMatch(text, /[\u202A-\u202E\u2066-\u2069\u200E\u200F]/);
      assert.ok(await page.getByText('U+202E').count() > 3);
      const loose = await page.evaluate(() => [...document.querySelectorAll('main .said')]
        .filter((element) => getComputedStyle(element).unicodeBidi !== 'isolate').length);
      assert.equal(loose, 0);
      await close(page);
    });

    test('nothing scrolls sideways', async () => {
      for (const options of [PHONE, DESK]) {
        const page = await open(browser, plan, options);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
        await close(page);
      }
    });
  });
}
