// The server's life, the settings, the task.
const assert = require('node:assert/strict');
const fs = require('node:fs');
const vscode = require('vscode');
const { at, code, findings, folder, open, settings, until } = require('./shared.cjs');

const run = (command, ...args) => vscode.commands.executeCommand(command, ...args);
const { Workspace } = vscode.ConfigurationTarget;

/** Processes of this extension host that serve specs. */
function servers() {
  return fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name)).filter((pid) => {
    try {
      const parent = /^PPid:\s+(\d+)/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))[1];
      const [program, first] = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
      return Number(parent) === process.pid && program.endsWith('ftspec') && first === 'lsp';
    } catch {
      return false; // it ended meanwhile
    }
  }).map(Number);
}

/** Whether the server has begun its work: one that still starts is not started again when it dies. */
async function answers(document) {
  const start = document.getText().indexOf('goal {');
  const hovers = await run('vscode.executeHoverProvider', document.uri, document.positionAt(start + 1));
  return hovers.length > 0;
}

describe('the server', () => {
  let document;
  before(async () => {
    ({ document } = await open('persona.ftspec'));
    await until('findings', () => findings(document.uri).length > 0);
  });

  it('runs once', () => assert.equal(servers().length, 1));

  it('speaks another language without a restart', async () => {
    const [pid] = servers();
    const english = findings(document.uri).length;
    await settings().update('lang', 'zh', Workspace);
    await until('Chinese findings', () => findings(document.uri).some((one) => one.message.startsWith('没有写明什么时候停')));
    assert.equal(findings(document.uri).length, english);
    await settings().update('lang', undefined, Workspace);
    await until('English findings', () => findings(document.uri).some((one) => one.message.startsWith('nothing says when to stop')));
    assert.deepEqual(servers(), [pid]);
  });

  it('is restarted on demand, many times at once', async () => {
    const [pid] = servers();
    await Promise.all([1, 2, 3].map(() => run('ftspec.restartServer')));
    await until('one new server', () => servers().length === 1 && servers()[0] !== pid);
    await until('findings', () => findings(document.uri).length > 0);
    await until('an answer', () => answers(document));
  });

  it('comes back after it was killed', async () => {
    await until('an answer', () => answers(document));
    const [pid] = servers();
    process.kill(pid, 'SIGKILL');
    await until('a new server', () => servers().length === 1 && servers()[0] !== pid);
    await until('findings', () => findings(document.uri).length > 0);
  });

  it('is replaced when the setting changes, and leaves nothing behind when there is none', async () => {
    const path = settings().get('server.path');
    await settings().update('server.path', '/nowhere/ftspec', Workspace);
    await until('no server', () => servers().length === 0);
    await until('no findings', () => findings(document.uri).length === 0);
    await run('ftspec.explainFinding'); // has nothing to say, and says so
    await settings().update('server.path', undefined, Workspace);
    assert.equal(settings().get('server.path'), path);
    await until('a server', () => servers().length === 1);
    await until('findings', () => findings(document.uri).length > 0);
  });

  it('checks specs that are not open, unless it is told not to', async () => {
    const closed = at('closed.ftspec');
    await until('findings of a closed spec', () => findings(closed).length > 10);
    await settings().update('workspace', false, Workspace);
    await until('them to go', () => findings(closed).length === 0);
    await settings().update('workspace', undefined, Workspace);
    await until('them to come back', () => findings(closed).length > 10);
  });

  it('judges by ftspec.toml, and shows what is wrong in it', async () => {
    const toml = at('ftspec.toml');
    const write = (text) => vscode.workspace.fs.writeFile(toml, Buffer.from(text));
    const has = (rule) => findings(document.uri).some((one) => code(one) === rule);
    assert.ok(has('FT404'));
    await write('[rules]\nno-guard = "allow"\n');
    await until('the rule to be silent', () => !has('FT404'));
    await write('[rules]\nno-gard = "allow"\n');
    await until('the error in the file', () => vscode.languages.getDiagnostics(toml).length > 0);
    await until('the defaults to count', () => has('FT404'));
    await vscode.workspace.fs.delete(toml);
    await until('the error to go', () => vscode.languages.getDiagnostics(toml).length === 0);
  });
});

describe('the commands', () => {
  it('explain the finding under the cursor beside the spec', async () => {
    const editor = await open('persona.ftspec');
    const { document } = editor;
    const [only] = await until('the finding', () => {
      const found = findings(document.uri).filter((one) => code(one) === 'FT406');
      return found.length === 1 && found;
    });
    editor.selection = new vscode.Selection(only.range.start, only.range.start);
    await run('ftspec.explainFinding');
    const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    const page = await until('the page', () => tabs().find((tab) => tab.label.includes('single-seed')));
    assert.ok(page.input instanceof vscode.TabInputWebview);
    await vscode.window.tabGroups.close(page);
  });

  it('begin a new plan', async () => {
    await run('ftspec.newPlan');
    const { document } = vscode.window.activeTextEditor;
    assert.equal(document.languageId, 'ftspec');
    assert.match(document.getText(), /^spec "/);
    await until('findings of a file that is nowhere', () => findings(document.uri).length > 0);
    await run('workbench.action.revertAndCloseActiveEditor');
  });
});

describe('the task', () => {
  it('fills the list of problems through its matcher', async () => {
    await settings().update('workspace', false, Workspace); // what is listed then comes from the task alone
    await run('workbench.action.closeAllEditors');
    const closed = at('closed.ftspec');
    await until('a clear list', () => vscode.languages.getDiagnostics(closed).length === 0);
    const tasks = await vscode.tasks.fetchTasks({ type: 'ftspec' });
    assert.deepEqual(tasks.map((task) => task.name), ['check']);
    const ended = new Promise((resolve) => {
      const listening = vscode.tasks.onDidEndTaskProcess((event) => {
        if (event.execution.task.name === 'check') { listening.dispose(); resolve(event.exitCode); }
      });
    });
    await vscode.tasks.executeTask(tasks[0]);
    assert.equal(await ended, 1, 'there are findings at deny');
    const listed = await until('problems', () => {
      const all = vscode.languages.getDiagnostics(closed);
      return all.length > 5 && all;
    });
    assert.ok(listed.every((one) => one.source === 'ftspec check'));
    const guard = listed.find((one) => code(one) === 'FT404');
    assert.equal(guard.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(guard.message, 'nothing says what must not get worse (no-guard)');
    assert.equal(guard.range.start.line, 34);
    assert.deepEqual([...new Set(listed.map((one) => one.severity))].sort(), [0, 1, 2]);
    await settings().update('workspace', undefined, Workspace);
    assert.ok(folder());
  });
});
