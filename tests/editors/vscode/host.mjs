// Runs the tests in host/ inside the extension host of a real VS Code.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { VSCode, places } from './harness.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const example = (name) => readFileSync(path.join(here, '../../../examples', name), 'utf8');
const { ftspec } = places();
const vs = await VSCode.start({
  tests: path.join(here, 'host/index.cjs'),
  settings: { 'ftspec.server.path': ftspec },
  env: { FTSPEC_TODAY: '2026-11-21' },
  files: {
    'refund.ftspec': example('refund_replies.ftspec'),
    'persona.ftspec': example('flawed/persona_bleu.ftspec'),
    'closed.ftspec': example('flawed/persona_bleu.ftspec'),
    'edit.ftspec': example('flawed/persona_bleu.ftspec'),
    'untidy.ftspec': 'spec "Untidy"\ngoal {\n      kind :style\n  cause:   behavior }\n',
  },
});
let code;
try {
  code = await Promise.race([vs.testResult, new Promise((resolve) => setTimeout(resolve, 200_000, 'a time-out'))]);
  if (code !== 0) console.log(vs.logs());
} finally {
  await vs.stop();
}
if (code !== 0) console.log(`the tests in the extension host ended with ${code}`);
process.exit(code === 0 ? 0 : 1);
