// What the server answers arrives in the editor as it should.
const assert = require('node:assert/strict');
const vscode = require('vscode');
const { code, findings, ftspec, open, place, until } = require('./shared.cjs');

const run = (command, ...args) => vscode.commands.executeCommand(command, ...args);

describe('a spec in the editor', () => {
  it('has its language, and wakes the extension', async () => {
    const { document } = await open('refund.ftspec');
    assert.equal(document.languageId, 'ftspec');
    const extension = vscode.extensions.getExtension('ftspec.ftspec');
    await until('the extension to be active', () => extension.isActive);
    assert.equal(ftspec('--version').trim(), `ftspec ${extension.packageJSON.version}`, 'both are of one version');
  });

  it('shows exactly the findings of the command line', async () => {
    const { document } = await open('persona.ftspec');
    const [file] = JSON.parse(ftspec('check', '--format', 'json', 'persona.ftspec')).files;
    const levels = { deny: 0, warn: 1, note: 2 };
    const expected = file.diagnostics.map((one) => `${one.code} ${one.start.line} ${levels[one.level]}`).sort();
    assert.ok(expected.length > 10);
    await until('findings', () => findings(document.uri).length > 0);
    const shown = findings(document.uri).map((one) => `${code(one)} ${one.range.start.line + 1} ${one.severity}`).sort();
    assert.deepEqual(shown, expected);
  });

  it('explains a word where it is pointed at', async () => {
    const { document } = await open('refund.ftspec');
    const hovers = await run('vscode.executeHoverProvider', document.uri, place(document, 'status:', 2));
    const text = hovers.flatMap((hover) => hover.contents).map((one) => one.value ?? one).join('\n');
    assert.match(text, /^\*\*`spec.status`\*\*/);
  });

  it('suggests what is missing, with its attributes', async () => {
    const { document } = await open('untidy.ftspec');
    const end = document.positionAt(document.getText().length);
    const list = await run('vscode.executeCompletionItemProvider', document.uri, end);
    const labels = list.items.map((item) => (typeof item.label === 'string' ? item.label : item.label.label));
    for (const block of ['eval', 'stop', 'risk']) assert.ok(labels.some((label) => label.startsWith(block)), `${block} among ${labels}`);
    assert.ok(list.items.some((item) => item.insertText instanceof vscode.SnippetString));
  });

  it('offers edits that take the finding away', async () => {
    const { document } = await open('edit.ftspec');
    const idle = await until('the finding', () => findings(document.uri).find((one) => code(one) === 'FT413'));
    const actions = await run('vscode.executeCodeActionProvider', document.uri, idle.range, 'quickfix', 20);
    const fix = actions.find((action) => action.title === 'write `watch bleu_4`');
    assert.ok(fix, `among ${actions.map((action) => action.title).join(', ')}`);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.match(document.getText(), /watch bleu_4/);
    await until('the finding to go', () => !findings(document.uri).some((one) => code(one) === 'FT413'));
  });

  it('formats as the command line does', async () => {
    const { document } = await open('untidy.ftspec');
    const expected = ftspec('fmt', '--diff', 'untidy.ftspec');
    const edits = await until('the edits', () => run('vscode.executeFormatDocumentProvider', document.uri, { tabSize: 2, insertSpaces: true }));
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits);
    await vscode.workspace.applyEdit(edit);
    await document.save();
    assert.notEqual(expected, '');
    assert.equal(ftspec('fmt', '--diff', 'untidy.ftspec').trim(), '', 'nothing is left to format');
  });

  it('finds where a name is defined, where it is used, and renames it everywhere', async () => {
    const { document } = await open('refund.ftspec');
    const text = document.getText();
    const metric = /guard (\w+)/.exec(text)[1];
    const use = place(document, `guard ${metric}`, 'guard '.length);
    const [definition] = await run('vscode.executeDefinitionProvider', document.uri, use);
    const target = definition.targetSelectionRange ?? definition.targetRange ?? definition.range;
    assert.equal(document.lineAt(target.start.line).text.trim().split(/\s+/).slice(0, 2).join(' '), `metric ${metric}`);
    const uses = await run('vscode.executeReferenceProvider', document.uri, use);
    assert.ok(uses.length >= 3, `${uses.length} uses`);
    const renamed = await run('vscode.executeDocumentRenameProvider', document.uri, use, 'another_name');
    const edits = renamed.entries().flatMap(([, list]) => list);
    assert.equal(edits.length, uses.length);
  });

  it('has an outline, folds, links, colours of meaning, remarks and lines above blocks', async () => {
    const { document } = await open('refund.ftspec');
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const outline = await run('vscode.executeDocumentSymbolProvider', document.uri);
    assert.ok(outline.length > 0);
    const folds = await run('vscode.executeFoldingRangeProvider', document.uri);
    assert.ok(folds.length > 5);
    const tokens = await run('vscode.provideDocumentSemanticTokens', document.uri);
    assert.ok(tokens.data.length > 100);
    const lenses = await run('vscode.executeCodeLensProvider', document.uri, 50);
    assert.ok(lenses.length > 0);
    const remarks = await run('vscode.executeInlayHintProvider', document.uri, whole);
    assert.ok(remarks.length > 0);
    const links = await run('vscode.executeLinkProvider', document.uri, 50);
    assert.ok(links.length > 0);
  });

  it('is judged while it is typed, half-written lines included', async () => {
    const editor = await open('refund.ftspec');
    const { document } = editor;
    const before = findings(document.uri).length;
    await editor.edit((edit) => edit.insert(place(document, 'eval {'), 'goal { kind: \n'));
    await until('an error', () => findings(document.uri).some((one) => one.severity === vscode.DiagnosticSeverity.Error));
    await run('undo');
    await until('it to go', () => findings(document.uri).length === before);
  });
});
