// The picture of a plan in the README: into target/, and with UPDATE=1 into docs/images.
import assert from 'node:assert/strict';
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { close, example, open, rooted, start, write } from './harness.mjs';

test('a picture of the refund plan', async () => {
  const browser = await start();
  const options = { viewport: { width: 1180, height: 1000 }, colorScheme: 'light', deviceScaleFactor: 1.5 };
  const page = await open(browser, write(example('refund_replies'), 'en'), options);
  const folder = rooted(process.env.UPDATE ? 'docs/images' : 'target/pictures');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'plan.png');
  await page.screenshot({ path: file });
  assert.ok(statSync(file).size > 20_000, 'there is something to see');
  await close(page);
  await browser.close();
});
