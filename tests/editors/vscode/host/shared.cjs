// What the tests share: opening files, waiting, the command line's word.
const { execFileSync } = require('node:child_process');
const vscode = require('vscode');

const folder = () => vscode.workspace.workspaceFolders[0].uri;
const at = (name) => vscode.Uri.joinPath(folder(), name);
const settings = () => vscode.workspace.getConfiguration('ftspec');

/** Waits until something is so, and gives it. */
async function until(what, look, patience = 20_000) {
  for (const end = Date.now() + patience; Date.now() < end; await new Promise((r) => setTimeout(r, 25))) {
    const seen = await look();
    if (seen) return seen;
  }
  throw new Error(`waited in vain for ${what}`);
}

async function open(name) {
  const document = await vscode.workspace.openTextDocument(at(name));
  return vscode.window.showTextDocument(document);
}

const findings = (uri) => vscode.languages.getDiagnostics(uri).filter((one) => one.source === 'ftspec');
const code = (finding) => (typeof finding.code === 'object' ? finding.code.value : finding.code);

/** What the program says on the command line. */
function ftspec(...args) {
  const program = settings().get('server.path');
  try {
    return execFileSync(program, args, { cwd: folder().fsPath, encoding: 'utf8' });
  } catch (error) {
    if (error.status === 1) return error.stdout; // findings
    throw error;
  }
}

/** The first place of some words in a document. */
function place(document, words, offset = 0) {
  const found = document.getText().indexOf(words);
  if (found < 0) throw new Error(`“${words}” is not in ${document.uri.path}`);
  return document.positionAt(found + offset);
}

module.exports = { at, code, findings, folder, ftspec, open, place, settings, until };
