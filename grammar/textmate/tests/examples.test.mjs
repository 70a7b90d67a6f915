// Every example of the repository is read by the TextMate grammar: all of its text has a scope, nothing is called
// invalid, and at the end of the file nothing is still open.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const oniguruma = require('vscode-oniguruma');
const textmate = require('vscode-textmate');

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));

const file = at('../ftspec.tmLanguage.json');
const registry = new textmate.Registry({
  onigLib: Promise.resolve({
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  }),
  loadGrammar: async () => textmate.parseRawGrammar(readFileSync(file, 'utf8'), file),
});
const grammar = await registry.loadGrammar('source.ftspec');

const specs = ['../../../examples/', '../../../examples/flawed/']
  .flatMap((folder) => readdirSync(at(folder)).map((name) => at(folder) + name))
  .filter((path) => path.endsWith('.ftspec'));

test('there are examples', () => assert.ok(specs.length >= 12, `${specs.length}`));

for (const path of specs) {
  test(path.slice(path.indexOf('/examples/') + 1), () => {
    let stack = textmate.INITIAL;
    readFileSync(path, 'utf8').split('\n').forEach((line, number) => {
      const result = grammar.tokenizeLine(line, stack);
      stack = result.ruleStack;
      for (const token of result.tokens) {
        const text = line.slice(token.startIndex, token.endIndex);
        const place = `line ${number + 1}: \`${text}\` is ${token.scopes.join(' ')}`;
        assert.ok(text.trim() === '' || token.scopes.length > 1, place);
        assert.ok(!token.scopes.some((scope) => scope.startsWith('invalid.')), place);
      }
    });
    assert.equal(stack.depth, 1, 'something is still open at the end');
  });
}
